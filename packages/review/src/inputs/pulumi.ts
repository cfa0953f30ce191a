import type { Impact, Kind, ReviewInput } from "../model";
import { isJsonObject, type JsonObject, listOf, objectOf, textOf } from "./json";
import { checkNesting } from "./nesting";
import { resourcesOfSteps } from "./pulumi-resources";
import { addressOf, nameOf, type PulumiStep, stepOfDigest, stepOfEvent } from "./pulumi-step";
import { pulumiTypeOf } from "./pulumi-types";

/**
 * Reads the profiles in the document that `pulumi preview --json` writes: ours, dynamic and native, and those of the package bridged
 * from the official provider. Compared is what the program gives. Resources of other types are passed over.
 *
 * @throws Error when the JSON is no preview
 */
export function readPulumiPreview(json: unknown): ReviewInput {
  checkNesting(json);
  const digest = objectOf(json);
  if (!Array.isArray(digest.steps) && !isJsonObject(digest.changeSummary)) {
    throw new Error("this is not a preview of Pulumi: it has no steps; give the output of `pulumi preview --json`");
  }
  const { resources, notes = [] } = resourcesOfSteps(listOf(digest.steps).map(stepOfDigest));
  const diagnostics = listOf(digest.diagnostics).map(objectOf);
  return { resources: adopted(resources, diagnostics), notes: [...failures(diagnostics), ...notes] };
}

/**
 * Reads the events that Pulumi streams, one JSON object each: `pulumi preview --json` with `PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true`,
 * `--event-log`, and `pulumi up --json`.
 */
export function readPulumiEvents(events: readonly unknown[]): ReviewInput {
  checkNesting(events);
  const all = events.map(objectOf);
  const steps = all.flatMap(stepsOf);
  const { resources, notes = [] } = resourcesOfSteps(steps);
  const diagnostics = all.flatMap(({ diagnosticEvent }) => (isJsonObject(diagnosticEvent) ? [diagnosticEvent] : []));
  const ended = all.some(({ summaryEvent }) => isJsonObject(summaryEvent));
  const cut = ended ? [] : ["The stream of events ends before Pulumi's summary: resources may be missing."];
  return { resources: adopted(resources, diagnostics), notes: [...cut, ...failures(diagnostics), ...notes] };
}

/** What a refresh finds comes with the outputs; all else is told before it is done. */
function stepsOf({ resourcePreEvent, resOutputsEvent }: JsonObject): PulumiStep[] {
  if (isJsonObject(resourcePreEvent)) return [stepOfEvent(resourcePreEvent.metadata)];
  if (!isJsonObject(resOutputsEvent)) return [];
  const step = stepOfEvent(resOutputsEvent.metadata);
  return step.op === "refresh" ? [step] : [];
}

/** A summary, as `pulumi preview --output json` writes it, tells no values. */
export function readPulumiSummary(json: unknown): ReviewInput {
  const impacts: Partial<Record<string, Impact>> = {
    create: "create",
    update: "update",
    delete: "destroy",
    replace: "replace",
    import: "adopt",
    same: "no-op",
  };
  const resources = listOf(objectOf(json).resources)
    .map(objectOf)
    .flatMap((it) => {
      const [type, urn] = [textOf(it.type) ?? "", textOf(it.urn) ?? ""];
      const [kind, impact]: [Kind | undefined, Impact | undefined] = [
        pulumiTypeOf(type)?.kind,
        impacts[textOf(it.op) ?? ""],
      ];
      return kind === undefined || impact === undefined ? [] : [{ address: addressOf(urn), type, kind, impact }];
    });
  return {
    resources,
    notes: [
      "Pulumi's summary tells which profiles change, and not what changes in them: give the output of `pulumi preview --json`.",
    ],
  };
}

/** Our provider warns where a create takes over a profile that is there. */
const TAKES_OVER = "Takes over a profile that is there";

function adopted(resources: ReviewInput["resources"], diagnostics: JsonObject[]): ReviewInput["resources"] {
  const urns = diagnostics
    .filter(({ message }) => textOf(message)?.includes(TAKES_OVER) === true)
    .map(({ urn }) => addressOf(textOf(urn) ?? ""));
  return resources.map((it) =>
    it.impact === "create" && urns.includes(it.address) ? { ...it, impact: "adopt" as const } : it,
  );
}

function failures(diagnostics: JsonObject[]): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const names = [...new Set(errors.flatMap(({ urn }) => (textOf(urn) ? [nameOf(textOf(urn)!)] : [])))];
  const at = names.length === 0 ? "" : ` at ${names.join(", ")}`;
  return [`The preview ended with errors${at}: what would have come after them is missing.`];
}
