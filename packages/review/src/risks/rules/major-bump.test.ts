import { findings, messages } from "../risk.test-support";
import { majorBump } from "./major-bump";

const told = (from: string, to: string, name = "argo-cd") =>
  messages(majorBump, [{ name, tag: from }], [{ name, tag: to }]);

test("A higher first number is told at the layer's tag", () => {
  expect(findings(majorBump, majorBump.example)).toEqual([
    { layer: "argo-cd", path: "tag", message: "It goes from 7.8.2 to 8.0.1." },
  ]);
  expect(told("1.x", "2.x")).toEqual(["It goes from 1.x to 2.x."]);
  expect(told("22.04", "24.04", "ubuntu-aws")).toHaveLength(1);
  expect(told("v0.9.0", "v1.0.0")).toHaveLength(1);
});

test("Tiers of app profiles count as well", () => {
  const tier = (tag: string) => ({ tiers: [{ name: "db", packName: "redis-operator", tag, manifests: [] }] });
  expect(findings(majorBump, { kind: "app", before: tier("6.2.18"), after: tier("7.0.0") })).toHaveLength(1);
});

test("Minor versions, steps back, Kubernetes and tags that are no versions are not", () => {
  expect(told("7.8.2", "7.9.0")).toEqual([]);
  expect(told("0.8.0", "0.9.0")).toEqual([]);
  expect(told("8.0.1", "7.8.2")).toEqual([]);
  expect(told("1.31.1", "2.0.0", "kubernetes")).toEqual([]);
  expect(told("7.8.2", "latest")).toEqual([]);
  expect(told("7abcdef", "8abcdef")).toEqual([]);
});
