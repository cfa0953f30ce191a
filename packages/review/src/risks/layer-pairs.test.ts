import { diffAppProfiles, diffProfiles, UNKNOWN } from "@palette-profiles/profiles";
import type { AnyProfile } from "../model";
import { layerPairs } from "./layer-pairs";

const cluster = (packs: unknown): AnyProfile => ({ name: "p", packs, variables: [] }) as AnyProfile;
const pairsOf = (before: AnyProfile | undefined, after: AnyProfile | undefined) =>
  layerPairs("cluster", before, after, diffProfiles(before as never, after as never).changes);

test("Layers come together by what changes call them, wherever they stand", () => {
  const [a, b, c] = ["a", "b", "c"].map((name) => ({ name, tag: "1.0.0", manifests: [] }));
  const pairs = pairsOf(cluster([a, b]), cluster([b, c]));
  expect(pairs.map(({ key, before, after }) => [key, before?.name, after?.name])).toEqual([
    ["a", "a", undefined],
    ["b", "b", "b"],
    ["c", undefined, "c"],
  ]);
});

test("A layer that is renamed goes by its old key", () => {
  const layer = (name: string) => ({ name, tag: "1.0.0", values: "a: 1\n", manifests: [] });
  expect(pairsOf(cluster([layer("web")]), cluster([layer("shop")]))).toMatchObject([
    { key: "web", before: { name: "web" }, after: { name: "shop" } },
  ]);
});

test("The pack is what stands behind the last dashes, and tells the part of a cluster", () => {
  expect(pairsOf(undefined, cluster([{ name: "prod--cni-calico", manifests: [] }]))).toEqual([
    { key: "prod--cni-calico", after: { name: "prod--cni-calico", pack: "cni-calico", kind: "cni", manifests: [] } },
  ]);
});

test("What is not known is missing, and so are a tag and a registry that are sensitive, but not values", () => {
  const layer = { name: "web", tag: "1.0.0", values: UNKNOWN, overrides: "a: 1\n", sensitive: ["tag", "overrides"] };
  const manifests = [{ name: "m", content: UNKNOWN }, UNKNOWN];
  expect(pairsOf(undefined, cluster([{ ...layer, manifests }, UNKNOWN]))).toEqual([
    { key: "web", after: { name: "web", pack: "web", overrides: "a: 1\n", manifests: [{ name: "m" }] } },
  ]);
  expect(pairsOf(undefined, cluster(UNKNOWN))).toEqual([]);
});

test("Tiers of app profiles are layers too, with the pack that they name", () => {
  const after = { name: "p", tiers: [{ name: "db", packName: "redis-operator", manifests: [] }] } as AnyProfile;
  const { changes } = diffAppProfiles(undefined, after as never);
  expect(layerPairs("app", undefined, after, changes)).toMatchObject([
    { key: "db", after: { pack: "redis-operator" } },
  ]);
});
