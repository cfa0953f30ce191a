import type { Impact, Kind, ResourceInput, ReviewInput } from "../model";
import { readAppProfile } from "./app-profile-attributes";
import { type JsonObject, listOf, objectOf, textOf } from "./json";
import type { MarkedObject } from "./marked-object";
import { readProfile } from "./profile-attributes";
import { keepShared, readSystemProfile } from "./system-profile-attributes";

/** The resource types that are read: ours, and the official provider's. */
const TYPES = new Map<string, { kind: Kind; read: (from: MarkedObject) => ResourceInput["before"]; versions?: true }>([
  ["palette_cluster_profile", { kind: "cluster", read: readProfile, versions: true }],
  ["spectrocloud_cluster_profile", { kind: "cluster", read: readProfile }],
  ["palette_app_profile", { kind: "app", read: readAppProfile, versions: true }],
  ["spectrocloud_application_profile", { kind: "app", read: readAppProfile }],
]);
const SYSTEM_TYPE = "palette_system_profile";

/**
 * Reads the profiles in a Terraform plan, the output of `terraform show -json PLAN` (formats 0.x and 1.x; OpenTofu's
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
  return { resources: listOf(plan.resource_changes).map(objectOf).flatMap(readResource) };
}

function readResource(resource: JsonObject): ResourceInput[] {
  const type = textOf(resource.type) ?? "";
  const change = objectOf(resource.change);
  const actions = listOf(change.actions).filter((action) => typeof action === "string");
  if (resource.mode === "data" || actions.includes("read")) return [];
  const deposed = textOf(resource.deposed);
  const head = {
    address: `${textOf(resource.address) ?? type}${deposed ? ` (deposed ${deposed})` : ""}`,
    type,
    ...(textOf(resource.previous_address) ? { previousAddress: textOf(resource.previous_address) } : {}),
  };
  if (type === SYSTEM_TYPE) return readSystemResource(head, actions, change);
  const known = TYPES.get(type);
  if (known === undefined) return [];
  const impact = impactOf(known.versions === true, actions, change);
  const reasons = listOf(change.replace_paths).map((path) => listOf(path).join("."));
  return [
    {
      ...head,
      kind: known.kind,
      impact,
      ...side("before", known.read, change),
      ...side("after", known.read, change),
      ...(impact === "replace" && reasons.length > 0 ? { replacedBecause: reasons } : {}),
    },
  ];
}

/** A system profile is never made or removed: it is adopted, changed, and let go of; a replacement is both. */
function readSystemResource(
  head: Pick<ResourceInput, "address" | "type" | "previousAddress">,
  actions: string[],
  change: JsonObject,
): ResourceInput[] {
  const { before } = side("before", readSystemProfile, change);
  const { after } = side("after", readSystemProfile, change);
  const forgotten: ResourceInput = { ...head, kind: "system", impact: "forget", before };
  const adopted: ResourceInput = { ...head, kind: "system", impact: "adopt", after, ...keepShared(after, after) };
  if (actions.length > 1) return [{ ...forgotten, address: `${head.address} (before)` }, adopted];
  switch (actions[0]) {
    case "create":
      return [adopted];
    case "delete":
    case "forget":
      return [forgotten];
    default:
      return [{ ...head, kind: "system", impact: impactOf(false, actions, change), ...keepShared(before, after) }];
  }
}

/** One side of a change, with what is unknown and sensitive in it; nothing where there is none. */
function side<S extends "before" | "after", T>(
  name: S,
  read: (from: MarkedObject) => T,
  change: JsonObject,
): { [K in S]?: T } {
  const value = change[name];
  if (value === null || value === undefined) return {};
  const unknown = name === "after" ? change.after_unknown : undefined;
  const it = read({ value: objectOf(value), unknown, sensitive: change[`${name}_sensitive`] });
  return { [name]: it } as { [K in S]?: T };
}

function impactOf(hasVersions: boolean, actions: string[], change: JsonObject): Impact {
  if (actions.length > 1) return "replace";
  switch (actions[0]) {
    case "create":
    case "forget":
      return actions[0];
    case "delete":
      return "destroy";
    case "update":
      return hasVersions && makesNewVersion(change) ? "new-version" : "update";
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
