import { propertyDiff } from "../pulumi-engine/property-diff";
import type { Operation, Properties } from "../pulumi-engine/types";
import { isDefaultProvider, nameOf, STACK_TYPE } from "../pulumi-engine/urn";
import type { RunStep } from "./runner";

/** What of the command's stream of events matters here. */
export interface CliEvent {
  resourcePreEvent?: { metadata: StepMetadata };
  resOutputsEvent?: { metadata: StepMetadata };
  diagnosticEvent?: { severity: string; message: string; urn?: string };
}

interface StepMetadata {
  op: string;
  urn: string;
  type: string;
  keys?: string[];
  old: { inputs: Properties } | null;
  new: { inputs: Properties; outputs?: Properties } | null;
  detailedDiff: Record<string, { diffKind: string }> | null;
}

/** A replacement is several steps, of which the one that makes the new resource stands for all. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  same: "same",
  create: "create",
  update: "update",
  delete: "delete",
  read: "read",
  import: "import",
  "create-replacement": "replace",
};

type Located = RunStep & { urn: string };

/** The steps as the test engine tells them. */
export function stepsOf(events: readonly CliEvent[]): RunStep[] {
  const refreshing = new Set<string>();
  return events
    .flatMap(({ resourcePreEvent, resOutputsEvent }): Located[] => {
      if (resourcePreEvent?.metadata.op === "refresh") refreshing.add(resourcePreEvent.metadata.urn);
      if (resourcePreEvent !== undefined) return stepOf(resourcePreEvent.metadata);
      // What a refresh found is known at its end only.
      if (resOutputsEvent === undefined || !refreshing.delete(resOutputsEvent.metadata.urn)) return [];
      return refreshOf(resOutputsEvent.metadata);
    })
    .filter(({ urn, type }) => type !== STACK_TYPE && !isDefaultProvider(urn))
    .map(({ urn: _, ...step }) => step);
}

/** The stack's outputs as they are told: what is not known, and secrets, are marks. */
export function outputsOf(events: readonly CliEvent[]): Properties {
  const last = events.findLast(({ resOutputsEvent }) => resOutputsEvent?.metadata.type === STACK_TYPE);
  return last?.resOutputsEvent?.metadata.new?.outputs ?? {};
}

function stepOf(it: StepMetadata): Located[] {
  const op = OPERATIONS[it.op];
  return op === undefined ? [] : [{ ...shown(it), op }];
}

/** `pulumi refresh` says what it found as an operation; a refresh before something else has to be looked at. */
function refreshOf(it: StepMetadata): Located[] {
  const step = shown(it);
  if (it.op === "delete" || it.new === null) return [{ ...step, op: "gone", diff: [] }];
  const drifted = it.op === "update" || (it.op === "refresh" && step.diff.length > 0);
  return drifted ? [{ ...step, op: "refresh" }] : [];
}

function shown(it: StepMetadata): Omit<Located, "op"> {
  const { urn, type } = it;
  return { urn, type, name: nameOf(urn), replaces: [...(it.keys ?? [])].sort(), diff: diffOf(it) };
}

function diffOf({ op, detailedDiff, old, new: now }: StepMetadata): RunStep["diff"] {
  if (op === "same" || op === "delete" || op === "read") return [];
  if (detailedDiff === null) {
    return propertyDiff(old?.inputs ?? {}, now?.inputs ?? {}).map(({ path, kind }) => ({ path, kind }));
  }
  return Object.entries(detailedDiff).map(([path, { diffKind }]) => {
    const [kind, replace] = diffKind.split("-") as ["add" | "delete" | "update", string?];
    return { path, kind, ...(replace === undefined ? {} : { replace: true as const }) };
  });
}
