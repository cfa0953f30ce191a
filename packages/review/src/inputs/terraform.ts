import type { Impact, ResourceInput, ReviewInput } from "../model";
import { type JsonObject, listOf, objectOf, textOf } from "./json";
import { readProfile } from "./profile-attributes";

/** The resource types that are read: ours, and the official provider's. Version changes of the first make new versions. */
const NEW_VERSION_TYPE = "palette_cluster_profile";
const TYPES = new Set([NEW_VERSION_TYPE, "spectrocloud_cluster_profile"]);

/**
 * Reads the cluster profiles in a Terraform plan, the output of `terraform show -json PLAN` (formats 0.x and 1.x; OpenTofu's
 * is the same). Resources of other types are passed over.
 *
 * @throws Error when the JSON is not a plan, saying what it looks like instead
 */
export function readTerraformPlan(json: unknown): ReviewInput {
  const plan = objectOf(json);
  const format = textOf(plan.format_version);
  if (format === undefined) {
    throw new Error(
      "this is not a Terraform plan: it has no format_version; give the output of `terraform show -json PLAN`",
    );
  }
  if (!/^[01]\./.test(format)) {
    throw new Error(`the plan has format version ${format}, which is not known; versions 0.x and 1.x are`);
  }
  if (!Array.isArray(plan.resource_changes) && "values" in plan) {
    throw new Error("this is a Terraform state, not a plan; save a plan with `terraform plan -out PLAN` and show that");
  }
  return { source: "terraform", resources: listOf(plan.resource_changes).map(objectOf).flatMap(readResource) };
}

function readResource(resource: JsonObject): ResourceInput[] {
  const type = textOf(resource.type) ?? "";
  const change = objectOf(resource.change);
  const actions = listOf(change.actions).filter((action) => typeof action === "string");
  if (!TYPES.has(type) || resource.mode === "data" || actions.includes("read")) return [];
  const deposed = textOf(resource.deposed);
  const reasons = listOf(change.replace_paths).map((path) => listOf(path).join("."));
  const impact = impactOf(type, actions, change);
  return [
    {
      address: `${textOf(resource.address) ?? type}${deposed ? ` (deposed ${deposed})` : ""}`,
      type,
      impact,
      ...(change.before === null || change.before === undefined
        ? {}
        : {
            before: readProfile({
              value: objectOf(change.before),
              unknown: undefined,
              sensitive: change.before_sensitive,
            }),
          }),
      ...(change.after === null || change.after === undefined
        ? {}
        : {
            after: readProfile({
              value: objectOf(change.after),
              unknown: change.after_unknown,
              sensitive: change.after_sensitive,
            }),
          }),
      ...(impact === "replace" && reasons.length > 0 ? { replacedBecause: reasons } : {}),
      ...(textOf(resource.previous_address) ? { previousAddress: textOf(resource.previous_address) } : {}),
    },
  ];
}

function impactOf(type: string, actions: string[], change: JsonObject): Impact {
  if (actions.length > 1) return "replace";
  switch (actions[0]) {
    case "create":
    case "delete":
    case "forget":
      return actions[0];
    case "update":
      return type === NEW_VERSION_TYPE && makesNewVersion(change) ? "new-version" : "update";
    default:
      return "no-op";
  }
}

/** Our provider plans a new version as an update in which the version changes and the id is not known yet. */
function makesNewVersion(change: JsonObject): boolean {
  return (
    objectOf(change.before).version !== objectOf(change.after).version && objectOf(change.after_unknown).id === true
  );
}
