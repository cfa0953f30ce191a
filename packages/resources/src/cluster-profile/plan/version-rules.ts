import { isUnknown } from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import { rememberState } from "../in-state";
import type { ProfileDraft } from "./draft";
import { nameRules } from "./name-rules";
import { retentionNotes } from "./retention-notes";
import { useRules } from "./use-rules";

/** What of the plan the rules look at; a change of anything else concerns nobody. */
const LOOKED_AT = [
  "name",
  "version",
  "description",
  "tags",
  "packs",
  "profileVariables",
  "context",
  "project",
] as const;

/** What a change means for those who use this version, and whether the name and version are free. */
export async function versionRules(draft: ProfileDraft): Promise<void> {
  if (draft.prior !== undefined) rememberState(draft.context, draft.prior);
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project)) return;
  // Planned again, as a create in its new place.
  if (draft.prior !== undefined && draft.changed("context", "project", "type", "cloud")) return;
  if (!draft.changed(...LOOKED_AT)) return;
  const at = await scopeOf({ context, project }, draft).catch((error: unknown) => {
    // A wrong project is told by whoever needs it first.
    if (Array.isArray(draft.planned.packs) && draft.planned.packs.length > 0) return undefined;
    throw error;
  });
  if (at === undefined) return;
  await useRules(draft, at);
  await nameRules(draft, at);
  await retentionNotes(draft, at);
}
