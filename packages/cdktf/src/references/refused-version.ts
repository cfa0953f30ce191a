import type { ProfileVersionProps } from "./profile-version-props";

/** The end of every refusal. */
export const OR_OURS = 'or set implementation: "palette"';

/** What the official provider cannot look up of a version of a profile, of either kind. Source: its code, of version 0.29. */
export function refusedVersion({ version, project }: Partial<ProfileVersionProps>): string[] {
  const refused: string[] = [];
  if (version === undefined) {
    refused.push(
      `no version: the official provider takes 1.0.0 where none is given, and not the newest; give version, ${OR_OURS}`,
    );
  }
  if (project !== undefined) {
    refused.push(
      `project "${project}": the official provider looks in its one project; give another PaletteProvider that projectName and an alias, and the reference this provider, ${OR_OURS}`,
    );
  }
  return refused;
}
