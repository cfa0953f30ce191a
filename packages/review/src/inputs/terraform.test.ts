import { buildReview } from "../build";
import { renderText } from "../render/text";
import { readPlan } from "../testing/golden";
import { attributes, systemAttributes, tiers } from "../testing/plan";
import { readTerraformPlan } from "./terraform";

function planOf(change: Record<string, unknown>, type = "palette_cluster_profile") {
  return { format_version: "1.2", resource_changes: [{ address: `${type}.p`, mode: "managed", type, change }] };
}

function impactOf(change: Record<string, unknown>, type?: string) {
  return readTerraformPlan(planOf(change, type)).resources[0]?.impact;
}

describe("readTerraformPlan", () => {
  const [before, after] = [attributes("p", []), attributes("p", [], { version: "1.1.0", id: undefined })];

  test("says what is wrong with JSON that is no plan", () => {
    expect(() => readTerraformPlan([])).toThrow("this is not a Terraform plan: it has no format_version");
    expect(() => readTerraformPlan(null)).toThrow("this is not a Terraform plan");
    expect(() => readTerraformPlan({ format_version: "1.0", values: {} })).toThrow(
      "this is a Terraform state, not a plan",
    );
    expect(() => readTerraformPlan({ format_version: "2.0", resource_changes: [] })).toThrow("format version 2.0");
    expect(readTerraformPlan({ format_version: "1.2" }).resources).toEqual([]);
  });

  test("reads profiles only, of every kind", () => {
    const kinds = ["impacts", "apps", "system"].flatMap((plan) =>
      readTerraformPlan(readPlan(plan)).resources.map(({ type, kind }) => `${type} ${kind}`),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      "palette_app_profile app",
      "palette_cluster_profile cluster",
      "palette_system_profile system",
      "spectrocloud_application_profile app",
      "spectrocloud_cluster_profile cluster",
    ]);
  });

  test("takes an update with another version and an unknown id for a new version, of our provider only", () => {
    const change = { actions: ["update"], before, after, after_unknown: { id: true } };
    expect(impactOf(change)).toBe("new-version");
    expect(impactOf({ ...change, after_unknown: {} })).toBe("update");
    expect(impactOf(change, "spectrocloud_cluster_profile")).toBe("update");
  });

  test.each([
    [["no-op"], "no-op"],
    [["create"], "create"],
    [["delete"], "destroy"],
    [["forget"], "forget"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["create", "forget"], "replace"],
  ])("takes the actions %j for %s", (actions, impact) => {
    expect(impactOf({ actions, before, after })).toBe(impact);
  });

  test("tells what is known only after the apply, and leaves computed uids alone", () => {
    const pack = (values: string | null) => [{ name: "web", tag: "1.0.0", uid: values && "u", values, manifest: [] }];
    const change = {
      actions: ["update"],
      before: attributes("p", [], { pack: pack("a: 1") }),
      after: attributes("p", [], { pack: pack(null), version: null }),
      after_unknown: { version: true, pack: [{ uid: true, values: true }] },
    };
    const [resource] = buildReview(readTerraformPlan(planOf(change))).resources;
    expect(resource).toMatchObject({ version: "(known after apply)", previousVersion: "1.0.0" });
    expect(resource!.changes).toEqual([
      { path: "version", kind: "change", before: "1.0.0", after: { unknown: true } },
      { layer: "web", path: "", kind: "change", before: { lines: 1 }, after: { unknown: true }, within: "values" },
    ]);
  });

  test("tells when the layers as a whole are not known yet", () => {
    const change = {
      actions: ["update"],
      before,
      after: { ...before, pack: null },
      after_unknown: { pack: true, profile_variables: true },
    };
    const [resource] = buildReview(readTerraformPlan(planOf(change))).resources;
    expect(resource!.changes.map(({ path, after: value }) => [path, value])).toEqual([
      ["packs", { unknown: true }],
      ["variables", { unknown: true }],
    ]);
  });

  test("keeps names that are sensitive out of every line", () => {
    const named = (replicas: number) => attributes("p", [{ name: "hidden-name", values: `a: ${replicas}` }]);
    const marks = { pack: [{ name: true }] };
    const change = {
      actions: ["update"],
      before: named(1),
      after: named(2),
      before_sensitive: marks,
      after_sensitive: marks,
    };
    const review = buildReview(readTerraformPlan(planOf(change)));
    expect(JSON.stringify(review)).not.toContain("hidden-name");
    expect(review.resources[0]!.changes[0]).toMatchObject({ layer: "(masked name of layer 1)", path: "a" });
  });
});

describe("readTerraformPlan, of app profiles", () => {
  test("takes another version with an unknown id for a new version", () => {
    const [before, after] = [tiers("p", [{}]), { ...tiers("p", [{}]), version: "1.1.0" }];
    const change = { actions: ["update"], before, after, after_unknown: { id: true } };
    expect(impactOf(change, "palette_app_profile")).toBe("new-version");
    expect(impactOf(change, "spectrocloud_application_profile")).toBe("update");
  });

  test("tells a property that is known only after the apply, with the name that the service gives it", () => {
    const change = {
      actions: ["update"],
      before: tiers("p", [{ properties: { dbUserName: "web", size: "1" } }]),
      after: tiers("p", [{ properties: { size: "1" } }]),
      after_unknown: { pack: [{ properties: { dbUserName: true } }] },
    };
    const review = buildReview(readTerraformPlan(planOf(change, "palette_app_profile")));
    expect(review.resources[0]!.changes).toEqual([
      { layer: "tier-1", path: "properties.dbUserName", kind: "change", before: "web", after: { unknown: true } },
    ]);
    expect(renderText(review, { color: false })).toContain(
      "tier-1 > properties.dbUserName: web -> (known after apply)",
    );
  });
});

describe("readTerraformPlan, of system profiles", () => {
  const type = "palette_system_profile";
  const reviewOf = (change: Record<string, unknown>) => buildReview(readTerraformPlan(planOf(change, type)));
  const one = (layer: Record<string, unknown>) => systemAttributes("enterprise", [layer]);

  test.each([
    [["create"], ["adopt"]],
    [["delete"], ["forget"]],
    [["forget"], ["forget"]],
    [["no-op"], ["no-op"]],
    [
      ["delete", "create"],
      ["forget", "adopt"],
    ],
  ])("takes the actions %j for %j", (actions, impacts) => {
    const review = reviewOf({ actions, before: one({}), after: one({}) });
    expect(review.resources.map(({ impact }) => impact)).toEqual(impacts);
    expect(new Set(review.resources.map(({ address }) => address)).size).toBe(impacts.length);
  });

  test("tells what changes in Palette, and not what is written otherwise", () => {
    const before = one({ values: "a: 1\n", effective_values: "a: 1\nb: 1\n" });
    const same = one({ overrides: "a: 1\n", effective_values: "b: 1\na: 1 # one\n" });
    expect(reviewOf({ actions: ["update"], before, after: same }).resources[0]).toMatchObject({
      changes: [],
      formattingOnly: ["layer-1"],
    });
    const manifest = (content: string) =>
      one({ manifest: [{ name: "m", content: "x: 0", effective_content: content }] });
    expect(
      reviewOf({ actions: ["update"], before: manifest("x: 1"), after: manifest("x: 2") }).resources[0]!.changes,
    ).toMatchObject([{ layer: "layer-1", manifest: "m", path: "x", before: 1, after: 2 }]);
    const tag = reviewOf({ actions: ["update"], before: one({}), after: one({ effective_tag: "1.1.0" }) });
    expect(tag.resources[0]!.changes).toEqual([
      { layer: "layer-1", path: "tag", kind: "change", before: "1.0.0", after: "1.1.0" },
    ]);
  });

  test("takes a layer or manifest that is listed on one side only for managed or let go of, not for added or removed", () => {
    const manifests = (...names: string[]) => names.map((name) => ({ name, effective_content: "x: 1" }));
    const before = systemAttributes("e", [{ manifest: manifests("a", "b") }, { name: "gone" }]);
    const after = systemAttributes("e", [{ name: "come" }, { name: "layer-1", manifest: manifests("c", "a") }]);
    const [resource] = reviewOf({ actions: ["update"], before, after }).resources;
    expect(resource).toMatchObject({
      changes: [],
      managed: { layers: 2, added: ["come", "layer-1 > manifest c"], released: ["layer-1 > manifest b", "gone"] },
    });
  });

  test("says of an adoption how much is managed, and nothing that it cannot know", () => {
    const after = { ...one({ effective_values: null }), version: null };
    const unknown = { id: true, version: true, pack: [{ effective_values: true }] };
    const review = reviewOf({ actions: ["create"], before: null, after, after_unknown: unknown });
    expect(renderText(review, { color: false })).toContain("= system profile enterprise (adopted, 1 layer managed)");
    expect(review.counts).toMatchObject({ changes: 0, kinds: { system: 1 } });
  });
});
