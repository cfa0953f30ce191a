import { findings, messages } from "../risk.test-support";
import { sharedNamespaceLayerRemoved as rule } from "./shared-namespace-layer-removed";

const inShop = (name: string) => ({ name, values: "pack:\n  namespace: shop\n" });

test("A layer whose namespace another is in is told with that one", () => {
  expect(findings(rule, rule.example)).toEqual([
    { layer: "wordpress", message: 'The namespace "shop" goes with it, and redis is there too.' },
  ]);
});

test("A manifest in the namespace counts, and so do labels of it", () => {
  const manifest = {
    name: "m",
    manifests: [{ name: "a", content: "kind: ConfigMap\nmetadata:\n  namespace: shop\n" }],
  };
  const labels = { name: "l", values: 'pack:\n  namespaceLabels:\n    shop: "a=b"\n' };
  expect(messages(rule, [inShop("wordpress"), manifest, labels], [manifest, labels])).toEqual([
    'The namespace "shop" goes with it, and m and l are there too.',
  ]);
});

test("Of many that share it three are named", () => {
  const others = ["a", "b", "c", "d", "e"].map(inShop);
  expect(messages(rule, [inShop("wordpress"), ...others], others)).toEqual([
    'The namespace "shop" goes with it, and a, b, c and 2 more are there too.',
  ]);
});

test("A namespace of its own, a layer that stays, and a profile that goes as a whole are not", () => {
  expect(
    messages(rule, [inShop("wordpress"), { name: "redis", values: "a: 1\n" }], [{ name: "redis", values: "a: 1\n" }]),
  ).toEqual([]);
  expect(messages(rule, [inShop("wordpress"), inShop("redis")], [inShop("wordpress"), inShop("redis")])).toEqual([]);
  expect(findings(rule, { impact: "destroy", before: { packs: [inShop("wordpress"), inShop("redis")] } })).toEqual([]);
});
