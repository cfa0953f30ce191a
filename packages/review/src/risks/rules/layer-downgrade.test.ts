import { findings, messages } from "../risk.test-support";
import { layerDowngrade } from "./layer-downgrade";

const told = (name: string, from: string, to: string) =>
  messages(layerDowngrade, [{ name, tag: from }], [{ name, tag: to }]);

test("An older version of the same pack is told at its tag", () => {
  expect(findings(layerDowngrade, layerDowngrade.example)).toEqual([
    { layer: "vault", path: "tag", message: "It goes back from 0.28.1 to 0.27.0." },
  ]);
});

test("Tiers of app profiles count as well", () => {
  const tier = (tag: string) => ({ tiers: [{ name: "db", packName: "postgresql-operator", tag, manifests: [] }] });
  expect(findings(layerDowngrade, { kind: "app", before: tier("1.8.2"), after: tier("1.8.1") })).toHaveLength(1);
});

test("Newer versions, trains, Kubernetes and other packs are not", () => {
  expect(told("vault", "0.27.0", "0.28.1")).toEqual([]);
  expect(told("vault", "0.28.x", "0.27.x")).toEqual([]);
  expect(told("kubernetes", "1.31.2", "1.30.6")).toEqual([]);
  expect(messages(layerDowngrade, [{ name: "a--vault", tag: "2.0.0" }], [{ name: "a--consul", tag: "1.0.0" }])).toEqual(
    [],
  );
});
