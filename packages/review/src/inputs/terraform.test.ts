import { buildReview } from "../build";
import { readPlan } from "../testing/golden";
import { attributes } from "../testing/plan";
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

  test("reads the cluster profiles only", () => {
    const types = readTerraformPlan(readPlan("impacts")).resources.map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(["palette_cluster_profile", "spectrocloud_cluster_profile"]));
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
    [["delete"], "delete"],
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
