import { findings } from "../risk.test-support";
import { kubernetesDowngrade } from "./kubernetes-downgrade";

const told = (from: string, to: string) =>
  findings(kubernetesDowngrade, {
    before: { packs: [{ name: "kubernetes-eks", tag: from }] },
    after: { packs: [{ name: "kubernetes-eks", tag: to }] },
  });

test("An older release is told, as a version and as a train", () => {
  expect(told("1.31.2", "1.30.6")).toEqual([
    { layer: "kubernetes-eks", path: "tag", message: "Kubernetes goes back from 1.31.2 to 1.30.6." },
  ]);
  expect(told("1.31.x", "1.30.x")).toHaveLength(1);
  expect(told("1.31.2", "1.30.x")).toHaveLength(1);
});

test("An older patch is less grave", () => {
  expect(told("1.31.2", "1.31.0")).toMatchObject([{ severity: "medium" }]);
});

test("Newer ones, and a train of the same release, are not", () => {
  expect(told("1.30.6", "1.31.2")).toEqual([]);
  expect(told("1.31.2", "1.31.x")).toEqual([]);
  expect(told("1.31.x", "1.31.0")).toEqual([]);
});
