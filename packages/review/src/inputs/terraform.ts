import type { Impact, ResourceInput, ReviewInput } from "../model";
import { comparableBase } from "./drift";
import { isJsonObject, type JsonObject, listOf, objectOf, textOf, textsOf } from "./json";
import type { MarkedObject } from "./marked-object";
import { checkNesting } from "./nesting";
import { type SystemAction, systemResources } from "./system-impact";
import { readSystemProfile } from "./system-profile-attributes";
import { kindOf, PROFILE_TYPES, type ProfileType, SYSTEM_TYPE } from "./terraform-types";

/**
 * Reads the profiles in a Terraform plan, the output of `terraform show -json PLAN` (formats 0.x and 1.x; OpenTofu's
 * is the same). Resources of other types are passed over. What somebody changed since the last apply, which the plan tells
 * apart, becomes the `base` of the resource.
 *
 * @throws Error when the JSON is not a plan, saying what it looks like instead
 */
export function readTerraformPlan(json: unknown): ReviewInput {
  checkNesting(json);
  const plan = objectOf(json);
  const format = textOf(plan.format_version);
  if (format === undefined) {
    throw new Error(
      "this is not a Terraform plan: it has no format_version; give the output of `terraform show -json PLAN`",
    );
  }
  if (!/^[01]\./.test(format)) {
    throw new Error(`the plan has format version ${format.slice(0, 40)}, which is not known; versions 0.x and 1.x are`);
  }
  if (!Array.isArray(plan.resource_changes) && "values" in plan) {
    throw new Error("this is a Terraform state, not a plan; save a plan with `terraform plan -out PLAN` and show that");
  }
  const drifts = new Map(
    listOf(plan.resource_drift)
      .map(objectOf)
      .map((drift) => [textOf(drift.address), drift]),
  );
  const changes = listOf(plan.resource_changes).map(objectOf);
  const planned = new Set(changes.map(({ address }) => textOf(address)));
  // A plan that only refreshes has no changes besides.
  const undisputed = [...drifts.values()]
    .filter(({ address, change }) => !planned.has(textOf(address)) && isJsonObject(objectOf(change).after))
    .map(asNoOp);
  const resources = [...changes, ...undisputed].flatMap((resource) =>
    readResource(resource, drifts.get(textOf(resource.address))),
  );
  return { resources, notes: notesOf(plan, [...drifts.values()]) };
}

function notesOf(plan: JsonObject, drifts: JsonObject[]): string[] {
  const gone = drifts.filter((drift) => isRead(drift) && textsOf(objectOf(drift.change).actions)[0] === "delete");
  return [
    ...(plan.errored === true ? ["The plan ended with an error: what it would have come to later is missing."] : []),
    ...(listOf(plan.deferred_changes).length > 0
      ? ["The plan defers changes until others are applied: these are missing."]
      : []),
    ...gone.map(
      ({ address }) => `${textOf(address) ?? "A profile"} was deleted outside of Terraform since the last apply.`,
    ),
  ];
}

function isRead(resource: JsonObject): boolean {
  return kindOf(textOf(resource.type) ?? "") !== undefined;
}

/** The resource as it is now, for one that drifted and is left so. */
function asNoOp(drift: JsonObject): JsonObject {
  const { after, after_sensitive } = objectOf(drift.change);
  const change = {
    actions: ["no-op"],
    before: after,
    after,
    before_sensitive: after_sensitive,
    after_sensitive,
  };
  return { ...drift, change };
}

function readResource(resource: JsonObject, drift: JsonObject | undefined): ResourceInput[] {
  const type = textOf(resource.type) ?? "";
  const change = objectOf(resource.change);
  const actions = textsOf(change.actions);
  if (!isRead(resource) || resource.mode === "data" || actions.includes("read")) return [];
  const deposed = textOf(resource.deposed);
  const uid = textOf(objectOf(change.before).id);
  const head = {
    address: `${textOf(resource.address) ?? type}${deposed ? ` (deposed ${deposed})` : ""}`,
    type,
    ...(uid === undefined ? {} : { uid }),
    ...(textOf(resource.previous_address) ? { previousAddress: textOf(resource.previous_address) } : {}),
  };
  const read = PROFILE_TYPES.get(type)?.read ?? readSystemProfile;
  const before = side("before", read, change);
  const after = side("after", read, change);
  const applied = deposed || drift === undefined ? undefined : side("before", read, objectOf(drift.change));
  const base = comparableBase(applied, before);
  if (type === SYSTEM_TYPE) return systemResources(head, systemActionOf(actions), { base, before, after });
  const { kind, versions } = PROFILE_TYPES.get(type)!;
  const impact = impactOf(versions, actions, change);
  const reasons = listOf(change.replace_paths).map((path) => listOf(path).map(plainText).join("."));
  return [
    {
      ...head,
      kind,
      impact,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(base === undefined || before === undefined ? {} : { base }),
      ...(impact === "replace" && reasons.length > 0 ? { replacedBecause: reasons } : {}),
    },
  ];
}

/** One side of a change, with what is unknown and sensitive in it; undefined where there is none. */
function side(
  name: "before" | "after",
  read: ProfileType["read"],
  change: JsonObject,
): ReturnType<ProfileType["read"]> | undefined {
  const value = change[name];
  if (value === null || value === undefined) return undefined;
  const unknown = name === "after" ? change.after_unknown : undefined;
  const from: MarkedObject = { value: objectOf(value), unknown, sensitive: change[`${name}_sensitive`] };
  return read(from);
}

function systemActionOf(actions: string[]): SystemAction {
  if (actions.length > 1) return "replace";
  const known: Partial<Record<string, SystemAction>> = {
    create: "create",
    delete: "destroy",
    forget: "destroy",
    update: "update",
  };
  return known[actions[0] ?? ""] ?? "no-op";
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
      return "importing" in change && change.importing !== null ? "adopt" : "no-op";
  }
}

function plainText(step: unknown): string {
  return typeof step === "number" ? String(step) : (textOf(step) ?? "?");
}

/** Our provider plans a new version as an update in which the version changes and the id is not known yet. */
function makesNewVersion(change: JsonObject): boolean {
  return (
    objectOf(change.before).version !== objectOf(change.after).version && objectOf(change.after_unknown).id === true
  );
}
