import { buildReview } from "../build";
import { readPlan } from "../testing/golden";
import { attributes } from "../testing/plan";
import { readTerraformPlan } from "./terraform";

const ADDRESS = "palette_cluster_profile.p";
const resource = (change: object, type = "palette_cluster_profile") => ({
  address: ADDRESS,
  mode: "managed",
  type,
  change,
});
const planOf = (drift: object[], changes: object[]) => ({
  format_version: "1.2",
  resource_drift: drift,
  resource_changes: changes,
});

describe("what somebody changed since the last apply", () => {
  const { resources, notes } = buildReview(readTerraformPlan(readPlan("drift")));
  const driftOf = (name: string) =>
    resources.filter((each) => each.name === name).map(({ impact, drift }) => [impact, drift.map(({ path }) => path)]);

  test("is told apart from what the plan means to do", () => {
    expect(driftOf("tf-a")).toEqual([["update", ["description", "charts.nginx.replicas"]]]);
    const changes = resources.find(({ name }) => name === "tf-a")!.changes;
    expect(changes).toMatchObject([
      { path: "description", before: "Changed by hand", after: "What every cluster has" },
      { path: "charts.nginx.replicas", before: 9, after: 4 },
    ]);
  });

  test("is told of a profile that the plan leaves as it is", () => {
    expect(driftOf("tf-still")).toContainEqual(["no-op", ["description", ""]]);
  });

  test("is a note where a profile was deleted", () => {
    expect(notes).toEqual(["palette_cluster_profile.outside was deleted outside of Terraform since the last apply."]);
    expect(driftOf("tf-outside")).toEqual([["create", []]]);
  });

  test("is told by a plan that only refreshes", () => {
    const [before, after] = [attributes("p", []), attributes("p", [], { description: "by hand" })];
    const review = buildReview(readTerraformPlan(planOf([resource({ actions: ["update"], before, after })], [])));
    expect(review.resources).toMatchObject([
      { impact: "no-op", changes: [], drift: [{ path: "description", after: "by hand" }] },
    ]);
  });

  test("of a system profile is looked for in the layers that stay managed", () => {
    const type = "palette_system_profile";
    const layer = (name: string, a: number) => ({ name, effective_values: `a: ${a}\n` });
    const of = (...pack: object[]) => ({ name: "enterprise", pack });
    const [base, live, planned] = [
      of(layer("os", 1), layer("k8s", 1)),
      of(layer("os", 2), layer("k8s", 2)),
      of(layer("k8s", 3)),
    ];
    const drift = resource({ actions: ["update"], before: base, after: live }, type);
    const change = resource({ actions: ["update"], before: live, after: planned }, type);
    const [found] = buildReview(readTerraformPlan(planOf([drift], [change]))).resources;
    expect(found!.drift).toMatchObject([{ layer: "k8s", path: "a", before: 1, after: 2 }]);
    expect(found!.changes).toMatchObject([{ layer: "k8s", path: "a", before: 2, after: 3 }]);
  });

  test("is no mask that Palette puts in place of a default", () => {
    const of = (value: string) =>
      attributes("p", [], {
        profile_variables: [{ variable: [{ name: "t", is_sensitive: true, default_value: value }] }],
      });
    const drift = resource({ actions: ["update"], before: of("s3cr3t"), after: of("********") });
    const change = resource({ actions: ["update"], before: of("********"), after: of("s3cr3t") });
    const [found] = buildReview(readTerraformPlan(planOf([drift], [change]))).resources;
    expect(found).toMatchObject({ drift: [], changes: [{ variable: "t", sensitive: true }] });
  });
});

describe("a plan's own words", () => {
  test("an import without a change is an adoption", () => {
    const change = {
      actions: ["no-op"],
      before: attributes("p", []),
      after: attributes("p", []),
      importing: { id: "u" },
    };
    expect(readTerraformPlan(planOf([], [resource(change)])).resources[0]!.impact).toBe("adopt");
  });

  test("errors and deferred changes are notes", () => {
    const plan = { ...planOf([], []), errored: true, deferred_changes: [{}] };
    expect(readTerraformPlan(plan).notes).toEqual([
      "The plan ended with an error: what it would have come to later is missing.",
      "The plan defers changes until others are applied: these are missing.",
    ]);
  });
});
