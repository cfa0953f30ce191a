import { checkStack } from "@palette-profiles/profiles";
import { DiagnosticError, isUnknown } from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import type { ProfileDraft } from "./draft";
import { stackOf } from "./stack";

/** What the packs themselves demand: dependencies, value constraints, layers, deprecation, upgrades. */
export async function packRules(draft: ProfileDraft): Promise<void> {
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project) || !draft.changed("packs", "type", "cloud")) return;
  try {
    const stack = await stackOf(draft, await scopeOf({ context, project }, draft));
    for (const { code, path, summary, message, severity } of checkStack(stack)) {
      draft[severity](path, { code, summary, detail: message });
    }
  } catch (error) {
    // A project that does not exist is told where the packs are resolved.
    if (!(error instanceof DiagnosticError) || error.code !== "UnknownProject") throw error;
  }
}
