import type { LayerModel, ProfileModel } from "../model/profile";
import { UNKNOWN } from "../model/unknown";
import { diffProfiles } from "./diff-profiles";

function profile(changes: Partial<ProfileModel> = {}): ProfileModel {
  return { name: "addons", version: "1.0.0", packs: [], variables: [], ...changes };
}

function layer(name: string, changes: Partial<LayerModel> = {}): LayerModel {
  return { name, tag: "1.0.0", values: `charts:\n  ${name}:\n    replicas: 1\n`, manifests: [], ...changes };
}

function changes(before: Parameters<typeof diffProfiles>[0], after: Parameters<typeof diffProfiles>[1]) {
  return diffProfiles(before, after).changes;
}

describe("diffProfiles", () => {
  const layers = ["a", "b", "c", "d"].map((name) => layer(name));

  test("finds nothing between equals", () => {
    expect(diffProfiles(profile({ packs: layers }), profile({ packs: layers, version: "1.0", tags: [] }))).toEqual({
      changes: [],
      formattingOnly: [],
    });
  });

  test("tells a leaf of a layer's values, and the tag", () => {
    const after = [layer("a", { tag: "1.1.0", uid: "u2", values: "charts: {a: {replicas: 2}}" })];
    expect(changes(profile({ packs: [layer("a", { uid: "u1" })] }), profile({ packs: after }))).toEqual([
      { layer: "a", path: "tag", kind: "change", before: "1.0.0", after: "1.1.0" },
      { layer: "a", path: "charts.a.replicas", kind: "change", before: 1, after: 2, within: "values" },
    ]);
  });

  test("names layers and manifests of which only the formatting changed", () => {
    const before = layer("a", { manifests: [{ name: "m", content: "x: 1" }] });
    const after = { ...before, values: `# why\n${before.values}`, manifests: [{ name: "m", content: "x: 1 # one" }] };
    expect(diffProfiles(profile({ packs: [before] }), profile({ packs: [after] }))).toEqual({
      changes: [],
      formattingOnly: ["a", "a > manifest m"],
    });
  });

  test("a layer inserted on top is exactly one change", () => {
    expect(
      changes(profile({ packs: layers }), profile({ packs: [layer("new", { type: "spectro" }), ...layers] })),
    ).toEqual([
      { layer: "new", path: "", kind: "add", after: { place: 1, type: "spectro", tag: "1.0.0", valuesLines: 3 } },
    ]);
  });

  test("two layers swapped are exactly one move", () => {
    const [a, b, c, d] = layers as [LayerModel, LayerModel, LayerModel, LayerModel];
    expect(changes(profile({ packs: layers }), profile({ packs: [b, a, c, d] }))).toHaveLength(1);
    expect(changes(profile({ packs: layers }), profile({ packs: [d, a, b, c] }))).toEqual([
      { layer: "d", path: "", kind: "move", before: 4, after: 1 },
    ]);
  });

  test("tells layers of one pack apart by display name, and a new display name as a rename", () => {
    const named = (name: string, replicas = 1) =>
      layer("web", { values: `pack: {spectrocloud.com/display-name: ${name}}\nreplicas: ${replicas}\n` });
    expect(
      changes(profile({ packs: [named("x"), named("y")] }), profile({ packs: [named("x"), named("y", 2)] })),
    ).toEqual([{ layer: "web (y)", path: "replicas", kind: "change", before: 1, after: 2, within: "values" }]);
    expect(changes(profile({ packs: [named("x")] }), profile({ packs: [named("z")] }))[0]).toEqual({
      layer: "web (x)",
      path: "",
      kind: "rename",
      before: "web (x)",
      after: "web (z)",
    });
  });

  test("tells manifests by name, and leaves of their content", () => {
    const before = layer("a", {
      manifests: [
        { name: "one", content: "x: 1" },
        { name: "two", content: "y: 1" },
      ],
    });
    const after = {
      ...before,
      manifests: [
        { name: "new", content: "z: 1" },
        { name: "one", content: "x: 2" },
      ],
    };
    expect(changes(profile({ packs: [before] }), profile({ packs: [after] }))).toEqual([
      { layer: "a", manifest: "two", path: "", kind: "remove" },
      { layer: "a", manifest: "one", path: "x", kind: "change", before: 1, after: 2, within: "content" },
      { layer: "a", manifest: "new", path: "", kind: "add" },
    ]);
  });

  test("tells variables by name and marks the default of a sensitive one", () => {
    const before = profile({
      variables: [
        { name: "a", displayName: "A", defaultValue: "x", isSensitive: true },
        { name: "b", displayName: "B" },
      ],
    });
    const after = profile({
      variables: [
        { name: "b", displayName: "B", required: true },
        { name: "a", displayName: "A", defaultValue: "y", isSensitive: true },
      ],
    });
    expect(changes(before, after)).toEqual([
      { variable: "b", path: "required", kind: "change", before: false, after: true },
      { variable: "a", path: "", kind: "move", before: 1, after: 2 },
      { variable: "a", path: "defaultValue", kind: "change", before: "x", after: "y", sensitive: true },
    ]);
  });

  test("takes tags for a set, and the version by meaning", () => {
    expect(
      changes(profile({ tags: ["a", "b"], version: "1.2" }), profile({ tags: ["c", "b"], version: "1.2.0" })),
    ).toEqual([
      { path: "tags", kind: "remove", before: "a" },
      { path: "tags", kind: "add", after: "c" },
    ]);
    expect(changes(profile(), profile({ version: "1.1.0" }))).toEqual([
      { path: "version", kind: "change", before: "1.0.0", after: "1.1.0" },
    ]);
  });

  test("tells all that a new profile brings, and an unknown value as unknown", () => {
    expect(
      changes(undefined, profile({ packs: [layer("a")] })).map(({ layer: name, path, kind }) => [name, path, kind]),
    ).toEqual([
      [undefined, "version", "add"],
      [undefined, "name", "add"],
      ["a", "", "add"],
    ]);
    const unknown = { ...layer("a"), uid: UNKNOWN, registryUid: UNKNOWN, values: UNKNOWN };
    expect(changes(profile({ packs: [layer("a", { uid: "u" })] }), { ...profile(), packs: [unknown] })).toEqual([
      {
        layer: "a",
        path: "",
        kind: "change",
        before: "charts:\n  a:\n    replicas: 1\n",
        after: UNKNOWN,
        within: "values",
      },
    ]);
  });

  describe("a layer under a new name", () => {
    const values = (leaf: number) =>
      `charts:\n${"abcdefghijkl"
        .split("")
        .map((key, at) => `  ${key}: ${at === 0 ? leaf : at}\n`)
        .join("")}`;
    const one = (name: string, leaf: number, more: Partial<LayerModel> = {}) =>
      profile({ packs: [layer(name, { values: values(leaf), ...more })] });

    test("is a rename and what differs, where most of it is the same", () => {
      expect(changes(one("a", 1), one("b", 2, { tag: "1.1.0" }))).toEqual([
        { layer: "a", path: "", kind: "rename", before: "a", after: "b" },
        { layer: "a", path: "tag", kind: "change", before: "1.0.0", after: "1.1.0" },
        { layer: "a", path: "charts.a", kind: "change", before: 1, after: 2, within: "values" },
      ]);
    });

    test("is another layer, where the type is another, little is the same, or there is little to set", () => {
      const kinds = (before: ProfileModel, after: ProfileModel) => changes(before, after).map(({ kind }) => kind);
      expect(kinds(one("a", 1, { type: "helm" }), one("b", 1, { type: "oci" }))).toEqual(["remove", "add"]);
      expect(kinds(one("a", 1), one("b", 1, { values: values(1).replace(/: \d/g, ": 99") }))).toEqual([
        "remove",
        "add",
      ]);
      const small = { values: "pack: {namespace: kube-system}" };
      expect(kinds(one("a", 1, small), one("b", 1, { ...small, tag: "2.0.0" }))).toEqual(["remove", "add"]);
    });

    test("and a manifest with it, is known by its content", () => {
      const manifests = (name: string, leaf: number) => ({ manifests: [{ name, content: values(leaf) }] });
      expect(changes(one("a", 1, manifests("m", 1)), one("a", 1, manifests("n", 2)))).toEqual([
        { layer: "a", manifest: "m", path: "", kind: "rename", before: "m", after: "n" },
        { layer: "a", manifest: "m", path: "charts.a", kind: "change", before: 1, after: 2, within: "content" },
      ]);
    });
  });
});
