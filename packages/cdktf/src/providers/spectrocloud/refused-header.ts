import { Token } from "cdktf";
import type { ProfileProps } from "../../profile/profile-props";
import { called } from "../../values/called";
import { fullVersion } from "./full-version";

/** The end of every refusal. */
export const OR_OURS = 'or set implementation: "palette"';

/** What the official provider cannot do for profiles of either kind, a sentence each. Source: its code, of version 0.29. */
export function refusedHeader(props: ProfileProps): string[] {
  const { project, adopt, immutableVersions, retainVersions, versionPolicy, version, tags = [] } = props;
  return [
    ...when(
      project !== undefined,
      `${called("project", project)}: with the official provider all profiles of a provider are in its one project; give another PaletteProvider that projectName and an alias, and the profile this provider, ${OR_OURS}`,
    ),
    ...when(
      adopt,
      `adopt: the official provider takes over no profile that is there already; leave it out and import the profile, ${OR_OURS}`,
    ),
    ...when(
      immutableVersions,
      `immutableVersions: the official provider changes versions in place; leave it out, ${OR_OURS}`,
    ),
    ...when(
      retainVersions !== undefined,
      `retainVersions: the official provider has one version of a profile, which it renames; leave it out, ${OR_OURS}`,
    ),
    ...when(
      versionPolicy === "new",
      `versionPolicy "new": the official provider renames the version there is; write versionPolicy: "in_place", which is what it does, ${OR_OURS}`,
    ),
    ...refusedVersion(version),
    ...refusedTags(tags),
  ];
}

export function when(refused: boolean | undefined, sentence: string): string[] {
  return refused === true ? [sentence] : [];
}

function refusedVersion(version: string | undefined): string[] {
  const full = fullVersion(version);
  return when(
    full !== undefined,
    `version "${version}": Palette makes "${full}" of it, which every plan of the official provider would change back; write "${full}", ${OR_OURS}`,
  );
}

/** It keeps what stands before the second colon. */
function refusedTags(tags: string[]): string[] {
  const lost = tags.find((tag) => !Token.isUnresolved(tag) && tag.split(":").length > 2);
  return when(
    lost !== undefined,
    `tag "${lost}": the official provider drops what stands behind a second colon; write it with one, ${OR_OURS}`,
  );
}
