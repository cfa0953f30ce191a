import { isUnknown } from "@palette-profiles/resource-kit";
import type { LineageDraft } from "../state";

/**
 * The project of a profile is what the user wrote, else what it was, else, for a new one, the provider's; a tenant's profile
 * has none. A state that does not know the project, as one that was moved and not read since, is no reason to replace.
 */
export function planProject({ planned, config, prior, context }: LineageDraft): void {
  if (isUnknown(planned.context)) return;
  planned.project =
    planned.context === "tenant"
      ? config.project
      : (config.project ?? (prior === undefined ? context.project : prior.project));
}
