import { type At, clusterProfiles } from "@palette-profiles/palette-api";
import { sameVersion } from "@palette-profiles/profiles";
import { UNKNOWN } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../attributes";
import { type ContentChange, contentChanges, listPlaces } from "../content-changes";
import { readLive } from "../live";
import { usersOfVersion } from "../retain";
import { tellNames, usersOf } from "../version-users";
import { concrete } from "./concrete";
import type { ProfileDraft } from "./draft";
import { wholeLayers } from "./whole-layers";

/**
 * What a change of a version that stays means for those who use it (V26, V27), and whether it may change at all. Asks
 * for the version's status only where something of it changes.
 */
export async function useRules(draft: ProfileDraft, at: At): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const uid = planned.id;
  if (prior === undefined || typeof uid !== "string") return;
  const goesBack = uid !== prior.id;
  const before = goesBack ? await readLive(palette, at, uid, concrete(planned)) : prior;
  if (before === undefined) {
    // Somebody removed the version to go back to: it is made anew.
    planned.id = UNKNOWN;
    planned.versions = UNKNOWN;
    return;
  }
  const changes = await changesOf(draft, at, before);
  if (planned.immutableVersions === true && refuseChange(draft, changes)) return;
  const renames = typeof planned.name === "string" && planned.name !== prior.name;
  const renumbers = typeof planned.version === "string" && !sameVersion(planned.version, before.version ?? "");
  if (changes.length > 0 || renames || renumbers) await tellUse(draft, at, uid, changes);
  if (!renames) return;
  for (const [version, other] of Object.entries(prior.versions ?? {})) {
    const users = other === uid ? undefined : await usersOfVersion(palette, at, other);
    if (users !== undefined) refuseLocked(draft, version, users.templates, "its name");
  }
}

/** By what Palette would hold; looked up only where the words for a layer differ. */
async function changesOf({ planned, context: palette }: ProfileDraft, at: At, before: ClusterProfileState) {
  const written = contentChanges(before, planned);
  if (!written.some(({ part }) => part === "layers")) return written;
  const [left, right] = await Promise.all([before, planned].map((it) => wholeLayers(palette.lookups, at, it)));
  return contentChanges(left ?? before, right ?? planned);
}

async function tellUse(draft: ProfileDraft, at: At, uid: string, changes: ContentChange[]): Promise<void> {
  const { planned, context: palette } = draft;
  const profile = await clusterProfiles(palette.client, at).get(uid);
  const { clusters, templates } = usersOf(profile);
  const version = profile.spec?.version || String(planned.version);
  if (refuseLocked(draft, version, templates, changes.length > 0 ? listPlaces(changes, 5) : "its name or version"))
    return;
  const reaching = changes.filter(({ part }) => part === "layers" || part === "variables");
  if (clusters.length === 0 || reaching.length === 0) return;
  const variables = reaching.filter(({ part, kind }) => part === "variables" && kind !== "add" && kind !== "move");
  if (variables.length > 0) {
    draft.warning(["profileVariables"], {
      code: "UsedVariablesChange",
      summary: "Variables change that clusters have values for",
      detail: `Version ${version} is used by ${tellNames(clusters, "cluster")}, and this changes or removes what they were asked for: ${listPlaces(variables, 5)}. Palette allows that only in a new version, and may refuse; where it does not, those clusters may lose values. Give the profile a new version.`,
    });
  }
  draft.warning(["version"], {
    code: "UsedVersionChanges",
    summary: "A version changes that clusters use",
    detail: `Version ${version} is used by ${tellNames(clusters, "cluster")}. Each of them gets an "Updates available", and the change when somebody applies it there: ${listPlaces(reaching, 5)}. Palette's advice is a new version, which the clusters take one by one.`,
  });
}

/** Content is layers, variables and tags, which reach the machines. Name and description are for people. */
function refuseChange(draft: ProfileDraft, changes: readonly ContentChange[]): boolean {
  const content = changes.filter(({ part }) => part !== "other");
  if (content.length === 0) return false;
  draft.error(["version"], {
    code: "ImmutableVersion",
    summary: "Versions of this profile do not change",
    detail: `Version ${String(draft.planned.version)} is there, and its content differs from what is written: ${listPlaces(content, 5)}. Versions are said to be immutable: give the change a new version. Where nothing was changed here, somebody changed the version in Palette.`,
  });
  return true;
}

/** A version that a cluster template links to is locked: neither content nor metadata may change. */
function refuseLocked(draft: ProfileDraft, version: string, templates: readonly string[], what: string): boolean {
  if (templates.length === 0) return false;
  draft.error(["version"], {
    code: "VersionLocked",
    summary: "A cluster template locks this version",
    detail: `Version ${version} is linked to ${tellNames(templates, "cluster template")}, and nothing of it can change any more: ${what}. Give the profile a new version, then link that one to the template.`,
  });
  return true;
}
