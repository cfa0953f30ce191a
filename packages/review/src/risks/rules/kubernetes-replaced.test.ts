import { findings, messages } from "../risk.test-support";
import { kubernetesReplaced } from "./kubernetes-replaced";

test("Another pack in the place of the old one is told once, at the old one", () => {
  expect(findings(kubernetesReplaced, kubernetesReplaced.example)).toEqual([
    { layer: "edge-k3s", message: "The Kubernetes layer goes from edge-k3s to edge-rke2." },
  ]);
});

test("The same pack in another version, under another name, or beside another one is not", () => {
  const layer = { name: "edge-k3s", tag: "1.0.0" };
  expect(messages(kubernetesReplaced, [layer], [{ ...layer, tag: "2.0.0" }])).toEqual([]);
  expect(messages(kubernetesReplaced, [layer], [{ ...layer, name: "my--edge-k3s" }])).toEqual([]);
  expect(messages(kubernetesReplaced, [layer], [layer, { name: "edge-rke2" }])).toEqual([]);
  expect(messages(kubernetesReplaced, [layer], [{ name: "kubernetes-dashboard" }])).toEqual([]);
});

test("A profile that comes or goes as a whole is not", () => {
  const packs = [{ name: "edge-k3s" }];
  expect(findings(kubernetesReplaced, { impact: "create", after: { packs } })).toEqual([]);
  expect(findings(kubernetesReplaced, { impact: "destroy", before: { packs } })).toEqual([]);
});
