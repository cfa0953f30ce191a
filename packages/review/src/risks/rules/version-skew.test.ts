import { findings, messages } from "../risk.test-support";
import { versionSkew as rule } from "./version-skew";

const kubernetes = (tag: string) => ({ name: "kubernetes", tag });
const image = (text: string) => ({ name: "tools", values: `image: ${text}\n` });
const withKubernetes = (text: string, from: string, to: string) =>
  messages(rule, [kubernetes(from), image(text)], [kubernetes(to), image(text)]);

test("An image of edge hosts that stays behind is told at its layer", () => {
  expect(findings(rule, rule.example)).toEqual([
    { layer: "edge-native-byoi", message: "Its image holds k3s 1.29.6, and the Kubernetes layer is 1.30.4." },
  ]);
});

test("An image of edge hosts that moves along, and one that follows by itself, are not", () => {
  const os = (uri: string) => ({ name: "edge-native-byoi", values: `options:\n  system.uri: "${uri}"\n` });
  const told = (from: string, to: string) =>
    messages(
      rule,
      [os(from), { name: "edge-rke2", tag: "1.29.6" }],
      [os(to), { name: "edge-rke2", tag: "1.30.4+rke2r1" }],
    );
  expect(told("r/edge:rke2-1.29.6-v4.5.8", "r/edge:rke2-1.30.4-v4.5.8")).toEqual([]);
  expect(told("r/edge:rke2-1.29.6-v4.5.8", "r/edge:rke2-1.30.2-v4.5.8")).toHaveLength(1);
  const template =
    "r/edge:{{ .spectro.pack.edge-native-byoi.options.system.k8sDistribution }}-{{ .spectro.system.kubernetes.version }}";
  expect(told(template, template)).toEqual([]);
});

test.each([
  ["registry.k8s.io/kube-proxy:v1.27.9", "1.30.2", "1.31.1", 1],
  ["registry.k8s.io/kube-proxy:v1.28.9", "1.30.2", "1.31.1", 0],
  ["registry.k8s.io/kube-scheduler:v1.29.9", "1.30.2", "1.31.1", 1],
  ["registry.k8s.io/kube-scheduler:v1.30.2", "1.30.2", "1.31.1", 0],
  ["registry.k8s.io/kubectl:1.32.0", "1.31.1", "1.30.2", 1],
  ["registry.k8s.io/kubectl:1.31.0", "1.31.1", "1.30.2", 0],
  ["docker.io/vendor/cloud-controller-manager:v0.8.2", "1.30.2", "1.31.1", 0],
])("%s under Kubernetes %s to %s makes %i findings", (text, from, to, count) => {
  expect(withKubernetes(text, from, to)).toHaveLength(count);
});

test("Repository and tag count as an image, and the autoscaler is less grave", () => {
  const values = "image:\n  repository: registry.k8s.io/autoscaling/cluster-autoscaler\n  tag: v1.30.0\n";
  const side = (tag: string) => ({ packs: [kubernetes(tag), { name: "aws-cluster-autoscaler", values }] });
  expect(findings(rule, { before: side("1.30.2"), after: side("1.31.1") })).toEqual([
    {
      layer: "aws-cluster-autoscaler",
      severity: "medium",
      message: "It brings cluster-autoscaler v1.30.0, and Kubernetes is 1.31.1.",
    },
  ]);
});

test("A new layer, and one whose image changes, are told", () => {
  const old = image("registry.k8s.io/kube-proxy:v1.31.1");
  const wrong = image("registry.k8s.io/kube-proxy:v1.32.0");
  expect(messages(rule, [kubernetes("1.31.1")], [kubernetes("1.31.1"), wrong])).toHaveLength(1);
  expect(messages(rule, [kubernetes("1.31.1"), old], [kubernetes("1.31.1"), wrong])).toHaveLength(1);
});

test("What was so before, comments, and a profile without Kubernetes are not", () => {
  expect(withKubernetes("registry.k8s.io/kube-proxy:v1.25.9", "1.30.2", "1.31.1")).toEqual([]);
  const comment = { name: "tools", values: "# registry.k8s.io/kube-proxy:v1.20.9\na: 1\n" };
  expect(messages(rule, [kubernetes("1.31.1")], [kubernetes("1.31.1"), comment])).toEqual([]);
  expect(messages(rule, [], [image("registry.k8s.io/kube-proxy:v1.20.9")])).toEqual([]);
});
