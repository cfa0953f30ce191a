import type { ProfileDraft } from "./draft";

/** Every macro that is used exists in the project, the tenant or the system. */
export async function macroRules(_draft: ProfileDraft): Promise<void> {}
