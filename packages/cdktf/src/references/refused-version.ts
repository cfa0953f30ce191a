import { fullVersion } from "../providers/spectrocloud/full-version";
import { OR_OURS, when } from "../providers/spectrocloud/refused-header";
import { called } from "../values/called";
import type { ProfileVersionProps } from "./profile-version-props";

/** What the official provider cannot look up of a version of a profile, of either kind. Source: its code, of version 0.29. */
export function refusedVersion({ version, project }: Partial<ProfileVersionProps>): string[] {
  const full = fullVersion(version);
  return [
    ...when(
      version === undefined,
      `no version: the official provider takes 1.0.0 where none is given, and not the newest; give version, ${OR_OURS}`,
    ),
    ...when(
      full !== undefined,
      `version "${version}": Palette makes "${full}" of it, and the official provider finds no other spelling; write "${full}", ${OR_OURS}`,
    ),
    ...when(
      project !== undefined,
      `${called("project", project)}: the official provider looks in its one project; give another PaletteProvider that projectName and an alias, and the reference this provider, ${OR_OURS}`,
    ),
  ];
}
