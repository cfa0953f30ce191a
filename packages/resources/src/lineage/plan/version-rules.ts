import { isUnknown } from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import { rememberState } from "../in-state";
import type { LineageKind } from "../kind";
import type { LineageDraft } from "../state";
import { nameRules } from "./name-rules";
import { retentionNotes } from "./retention-notes";
import { useRules } from "./use-rules";

/** What a change means for those who use this version, and whether the name and version are free. */
export async function versionRules(kind: LineageKind, draft: LineageDraft): Promise<void> {
  if (draft.prior !== undefined) rememberState(draft.context, draft.prior);
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project)) return;
  // Planned again, as a create in its new place.
  if (draft.prior !== undefined && changed(draft, kind.replacing)) return;
  if (!changed(draft, kind.content)) return;
  const at = await scopeOf({ context, project }, draft).catch((error: unknown) => {
    // A wrong project is told by whoever needs it first.
    if (kind.hasPacks(draft.planned)) return undefined;
    throw error;
  });
  if (at === undefined) return;
  await useRules(kind, draft, at);
  await nameRules(kind, draft, at);
  await retentionNotes(kind, draft, at);
}

function changed(draft: LineageDraft, names: readonly string[]): boolean {
  return (draft.changed as (...names: string[]) => boolean)(...names);
}
