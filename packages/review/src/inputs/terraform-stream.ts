import type { Impact, ReviewInput } from "../model";
import { isJsonObject, objectOf, textOf } from "./json";
import { checkNesting } from "./nesting";
import { kindOf } from "./terraform-types";

/** Source: the change actions of Terraform's machine-readable UI, internal/command/views/json. */
const IMPACTS: Partial<Record<string, Impact>> = {
  noop: "no-op",
  move: "no-op",
  create: "create",
  update: "update",
  delete: "destroy",
  replace: "replace",
  remove: "forget",
  import: "adopt",
};
const SYSTEM_IMPACTS: Partial<Record<Impact, Impact>> = { create: "adopt", destroy: "forget" };

/**
 * Reads the messages that `terraform plan -json` streams, one JSON object each (OpenTofu's are the same). They tell which
 * resources change and what kind of change it is, but no values: the notes say what to give for these.
 */
export function readTerraformStream(messages: readonly unknown[]): ReviewInput {
  checkNesting(messages);
  const all = messages.map(objectOf);
  const changes = all
    .filter(({ type }) => type === "planned_change")
    .map(({ change }) => changeOf(change))
    .filter((change) => change !== undefined);
  const drifted = all
    .filter(({ type }) => type === "resource_drift")
    .map(({ change }) => changeOf(change)?.address)
    .filter((address) => address !== undefined);
  const errors = all.filter((message) => message.type === "diagnostic" && isError(message));
  const ended = all.some(({ type }) => type === "change_summary");
  return {
    resources: changes,
    notes: [
      "The messages of `terraform plan -json` hold no values, so that no change inside a profile is told: save the plan with `-out PLAN` and give the output of `terraform show -json PLAN`.",
      ...(drifted.length > 0
        ? [`Changed outside of Terraform since the last apply: ${[...new Set(drifted)].join(", ")}.`]
        : []),
      ...(errors.length > 0 ? ["The plan ended with an error: what it would have come to later is missing."] : []),
      ...(ended || errors.length > 0 ? [] : ["The messages end before the plan's summary: resources may be missing."]),
    ],
  };
}

function isError({ "@level": level, diagnostic }: Record<string, unknown>): boolean {
  return level === "error" || (isJsonObject(diagnostic) && diagnostic.severity === "error");
}

function changeOf(it: unknown): ReviewInput["resources"][number] | undefined {
  const change = objectOf(it);
  const resource = objectOf(change.resource);
  const type = textOf(resource.resource_type) ?? "";
  const kind = kindOf(type);
  const impact = IMPACTS[textOf(change.action) ?? ""];
  if (kind === undefined || impact === undefined) return undefined;
  const previous = textOf(objectOf(change.previous_resource).addr);
  return {
    address: textOf(resource.addr) ?? type,
    type,
    kind,
    impact: kind === "system" ? (SYSTEM_IMPACTS[impact] ?? impact) : impact,
    ...(previous === undefined ? {} : { previousAddress: previous }),
  };
}
