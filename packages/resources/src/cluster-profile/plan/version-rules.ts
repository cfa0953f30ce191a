import type { ProfileDraft } from "./draft";

/** What a change means for those who use this version, and whether the name and version are free. */
export async function versionRules(_draft: ProfileDraft): Promise<void> {}
