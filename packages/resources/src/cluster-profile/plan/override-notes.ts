import type { ProfileDraft } from "./draft";

/** What happens to overrides when the defaults under them move. */
export async function overrideNotes(_draft: ProfileDraft): Promise<void> {}
