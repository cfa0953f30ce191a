import { type AnyValues, UNKNOWN } from "@palette-profiles/resource-kit";
import { listPlaces } from "../lineage/content-changes";
import { contentChanges } from "./content-changes";

const argo = { name: "argo-cd", type: "spectro", tag: "7.7.5", values: "a: 1\nb: {c: 2}\n", uid: "u1" };
const raw = { name: "raw", type: "manifest", manifests: [{ name: "ns", content: "kind: A\n", uid: "m1" }] };
const variable = { name: "v", displayName: "V", format: "string", inputType: "text", defaultValue: "secret-canary" };
const profile = (more: AnyValues = {}): AnyValues => ({ type: "add-on", cloud: "all", packs: [argo, raw], ...more });
const places = (after: AnyValues, before = profile()) => contentChanges(before, after).map(({ place }) => place);

test("uids, resolved trains, registry names, formatting and the order of tags are nothing", () => {
  const same = profile({
    id: "other",
    tags: ["b", "a"],
    packs: [
      { ...argo, uid: UNKNOWN, resolvedTag: "7.7.5", registryName: "Public Repo", values: "# c\nb:\n  c: 2\na: 1" },
      { ...raw, uid: UNKNOWN, manifests: [{ name: "ns", content: "kind:   A", uid: UNKNOWN }] },
    ],
  });
  expect(places(same, profile({ tags: ["a", "b"] }))).toEqual([]);
});

test("absent, empty and false are one", () => {
  const empty = { tags: [], description: "", profileVariables: { variables: [] } };
  expect(places(profile(empty))).toEqual([]);
  expect(
    places(
      profile({ profileVariables: { variables: [{ ...variable, required: false, description: "" }] } }),
      profile({ profileVariables: { variables: [variable] } }),
    ),
  ).toEqual([]);
});

test("each leaf of values and manifests is told by its path, and never with its value", () => {
  const after = profile({
    packs: [
      { ...argo, values: "a: 2\nb: {}\n" },
      { ...raw, manifests: [{ name: "ns", content: "kind: B\n" }] },
    ],
    profileVariables: { variables: [variable] },
  });
  const changes = contentChanges(profile(), after);
  expect(changes.map(({ part, place }) => [part, place])).toEqual([
    ["layers", "argo-cd > a"],
    ["layers", "argo-cd > b"],
    ["layers", "raw > manifest ns > kind"],
    ["variables", "variable v (added)"],
  ]);
  expect(JSON.stringify(changes)).not.toContain("canary");
});

test("layers that come, go and move are told as a whole", () => {
  expect(places(profile({ packs: [raw] }))).toEqual(["argo-cd (removed)"]);
  expect(places(profile({ packs: [argo, raw, { ...argo, name: "nginx" }] }))).toEqual(["nginx (added)"]);
  expect(places(profile({ packs: [raw, argo] }))).toEqual([expect.stringMatching(/^(argo-cd|raw) \(moved\)$/)]);
});

test("what is unknown may be the same, and is no change", () => {
  expect(places(profile({ packs: UNKNOWN }))).toEqual([]);
  expect(places(profile({ packs: [UNKNOWN] }))).toEqual([]);
  expect(places(profile({ packs: [{ ...argo, values: UNKNOWN }, raw] }))).toEqual([]);
  expect(places(profile({ tags: [UNKNOWN, "a"], description: UNKNOWN, profileVariables: UNKNOWN }))).toEqual([]);
  expect(places(profile({ packs: [{ ...argo, tag: "7.8.2", values: UNKNOWN }, raw] }))).toEqual(["argo-cd > tag"]);
});

test("a long list is cut", () => {
  const values = (from: number) => Array.from({ length: 12 }, (_, i) => `k${i}: ${from + i}\n`).join("");
  const changes = contentChanges(
    profile({ packs: [{ ...argo, values: values(0) }] }),
    profile({ packs: [{ ...argo, values: values(1) }] }),
  );
  expect(changes).toHaveLength(12);
  expect(listPlaces(changes)).toMatch(/^argo-cd > k0; .*argo-cd > k9; and 2 more$/);
});
