import { findings, messages } from "../risk.test-support";
import { clusterNetworkChanged as rule } from "./cluster-network-changed";

const told = (name: string, before: string, after: string) =>
  messages(rule, [{ name, values: before }], [{ name, values: after }]);

test("Another range of pods or services is told with both", () => {
  expect(findings(rule, rule.example)).toEqual([
    { layer: "kubernetes", path: "pack.podCIDR", message: "It goes from 192.168.0.0/16 to 100.64.0.0/16." },
  ]);
  const range = (text: string) => `pack: {serviceClusterIpRange: "${text}"}\n`;
  expect(told("kubernetes-eks", range("10.96.0.0/12"), range("10.96.0.0/12,fd00::/108"))).toEqual([
    "It goes from 10.96.0.0/12 to 10.96.0.0/12,fd00::/108.",
  ]);
});

test("Ranges within the configuration of an edge host's Kubernetes are told too", () => {
  const config = (range: string) => `cluster:\n  config: |\n    cluster-cidr: ${range}\n    a: 1\n`;
  expect(told("edge-k3s", config("10.42.0.0/16"), config("10.52.0.0/16"))).toHaveLength(1);
});

test("Other layers, references, and a layer that comes are not", () => {
  const [before, after] = ["pack: {podCIDR: 10.0.0.0/16}\n", "pack: {podCIDR: 10.1.0.0/16}\n"];
  expect(told("multus", before, after)).toEqual([]);
  expect(told("kubernetes", before, 'pack: {podCIDR: "{{.spectro.var.range}}"}\n')).toEqual([]);
  expect(messages(rule, [], [{ name: "kubernetes", values: after }])).toEqual([]);
});
