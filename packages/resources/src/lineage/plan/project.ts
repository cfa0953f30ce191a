import { isUnknown } from "@palette-profiles/resource-kit";
import type { LineageDraft } from "../state";

/** The project of a profile is what the user wrote, else what it was, else the provider's; a tenant's profile has none. */
export function planProject({ planned, config, prior, context }: LineageDraft): void {
  if (isUnknown(planned.context)) return;
  planned.project =
    planned.context === "tenant" ? config.project : (config.project ?? prior?.project ?? context.project);
}
