import { contextOf } from "./example";
import { kubernetesOf, packSwap, tagMoves } from "./moves";

const contextFor = (before: { name: string; tag?: string }[], after: { name: string; tag?: string }[]) =>
  contextOf({ before: { packs: before }, after: { packs: after } });

test("A layer moves where its tag means another version of the same pack", () => {
  const { layers } = contextFor(
    [{ name: "a", tag: "1.0.0" }, { name: "b", tag: "1.0" }, { name: "c", tag: "1.0.0" }, { name: "d" }],
    [
      { name: "a", tag: "1.1.0" },
      { name: "b", tag: "1.0.0" },
      { name: "d", tag: "1.0.0" },
    ],
  );
  expect(tagMoves(layers)).toEqual([{ key: "a", pack: "a", from: "1.0.0", to: "1.1.0" }]);
});

test("Kubernetes is found on both sides, though the pack changes", () => {
  const { layers } = contextFor([{ name: "edge-k3s", tag: "1.29.1" }], [{ name: "edge-rke2", tag: "1.30.1" }]);
  expect(kubernetesOf(layers)).toMatchObject({
    key: "edge-k3s",
    before: { tag: "1.29.1" },
    after: { pack: "edge-rke2", tag: "1.30.1" },
  });
  expect(kubernetesOf(contextFor([{ name: "web" }], []).layers)).toBeUndefined();
});

test("Packs of a part that go and come are told apart from those that stay", () => {
  const swap = packSwap(
    contextFor([{ name: "csi-a" }, { name: "csi-b" }], [{ name: "csi-b" }, { name: "csi-c" }]),
    "csi",
  );
  expect([swap.gone.map(({ key }) => key), swap.come.map(({ key }) => key)]).toEqual([["csi-a"], ["csi-c"]]);
});

test("A profile that comes as a whole swaps nothing", () => {
  expect(packSwap(contextOf({ after: { packs: [{ name: "csi-a" }] } }), "csi")).toEqual({ gone: [], come: [] });
});
