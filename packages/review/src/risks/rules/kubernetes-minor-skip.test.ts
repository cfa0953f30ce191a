import { findings, messages } from "../risk.test-support";
import { kubernetesMinorSkip } from "./kubernetes-minor-skip";

const told = (from: string, to: string) =>
  messages(kubernetesMinorSkip, [{ name: "kubernetes", tag: from }], [{ name: "kubernetes", tag: to }]);

test("A step over a minor release is told at the layer's tag", () => {
  expect(findings(kubernetesMinorSkip, kubernetesMinorSkip.example)).toEqual([
    { layer: "kubernetes", path: "tag", message: "Kubernetes goes from 1.28.4 to 1.30.1, past 1.29." },
  ]);
  expect(told("1.28.x", "1.31.x")).toEqual(["Kubernetes goes from 1.28.x to 1.31.x, past 1.29."]);
  expect(told("1.28.4", "2.0.0")).toHaveLength(1);
});

test("One minor release, a patch, a step back and what has no release are not", () => {
  expect(told("1.28.4", "1.29.12")).toEqual([]);
  expect(told("1.28.4", "1.28.15")).toEqual([]);
  expect(told("1.30.1", "1.28.4")).toEqual([]);
  expect(told("1.28.4", "1.x")).toEqual([]);
});

test("It is told where another pack of Kubernetes takes the place", () => {
  const pair = [[{ name: "edge-k3s", tag: "1.27.2" }], [{ name: "edge-rke2", tag: "1.29.0" }]] as const;
  expect(messages(kubernetesMinorSkip, [...pair[0]], [...pair[1]])).toHaveLength(1);
});

test("A tag that is marked as sensitive is not told", () => {
  const layer = (tag: string) => ({ name: "kubernetes", tag, sensitive: ["tag"] });
  expect(messages(kubernetesMinorSkip, [layer("1.28.4")], [layer("1.30.1")])).toEqual([]);
});
