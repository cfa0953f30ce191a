import type { At } from "@palette-profiles/palette-api";
import {
  type AnyValues,
  DiagnosticError,
  hasUnknown,
  isUnknown,
  type Path,
  UNKNOWN,
} from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import type { LineageDraft } from "../state";

/** How the pack of a layer or tier is found. */
export interface Finding {
  /** Where the layer is in the resource. */
  path: Path;
  /** The layer before; absent for a new one. */
  before: AnyValues | undefined;
  /** What the pack follows from, as the user wrote it. */
  written: AnyValues;
  /** Whether a new tag comes from the registry that the layer has, where the user names none. */
  keepsRegistry: boolean;
  /** What is found where the user leaves it out. */
  found: readonly string[];
  /** Whether the written identity is another than before. */
  changed: boolean;
  resolve(at: At, wanted: AnyValues): Promise<AnyValues>;
}

/** Derives a pack's uid anew, from what the user wrote, for a layer or tier that is new or whose identity changed. */
export async function planIdentity(draft: LineageDraft, it: AnyValues, finding: Finding): Promise<void> {
  const { before, written, found: names } = finding;
  if (before !== undefined && !finding.changed) {
    for (const name of names) it[name] = before[name];
    return;
  }
  if (hasUnknown(written) || isUnknown(draft.planned.project) || isUnknown(draft.planned.context)) {
    for (const name of names) it[name] = written[name] ?? UNKNOWN;
    return;
  }
  const named = written.registryName ?? written.registryUid;
  const wanted =
    named === undefined && finding.keepsRegistry ? { ...written, registryUid: before?.registryUid } : { ...written };
  try {
    const { context, project } = draft.planned;
    const found = await finding.resolve(await scopeOf({ context, project }, draft), wanted);
    for (const name of names) it[name] = written[name] ?? found[name];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const path = error.code === "UnknownProject" ? ["project"] : [...finding.path, ...(error.path ?? [])];
    draft.error(path, { code: error.code, summary: error.summary, detail: error.message });
  }
}
