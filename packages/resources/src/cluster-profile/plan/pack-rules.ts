import type { ProfileDraft } from "./draft";

/** What the packs themselves demand: dependencies, value constraints, layers, deprecation, upgrades. */
export async function packRules(_draft: ProfileDraft): Promise<void> {}
