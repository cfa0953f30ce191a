import type { At } from "@palette-profiles/palette-api";
import { sameVersion } from "@palette-profiles/profiles";
import { UNKNOWN } from "@palette-profiles/resource-kit";
import { type ContentChange, listPlaces } from "../content-changes";
import type { LineageKind } from "../kind";
import { usersOfVersion } from "../retain";
import type { LineageDraft } from "../state";
import { tellNames } from "../version-users";
import { asWritten } from "./as-written";
import { concrete } from "./concrete";

/**
 * What a change of a version that stays means for those who use it (V26, V27), and whether it may change at all. Asks
 * for the version's status only where something of it changes.
 */
export async function useRules(kind: LineageKind, draft: LineageDraft, at: At): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const uid = planned.id;
  if (prior === undefined || typeof uid !== "string") return;
  const goesBack = uid !== prior.id;
  const before = goesBack ? await kind.readLive(palette, at, uid, asWritten(kind, concrete(planned), prior)) : prior;
  if (before === undefined) {
    // Somebody removed the version to go back to: it is made anew.
    planned.id = UNKNOWN;
    planned.versions = UNKNOWN;
    return;
  }
  const changes = await kind.trueChanges(palette, at, before, planned);
  if (planned.immutableVersions === true && refuseChange(draft, changes)) return;
  const renames = typeof planned.name === "string" && planned.name !== prior.name;
  const renumbers = typeof planned.version === "string" && !sameVersion(planned.version, before.version ?? "");
  if (changes.length > 0 || renames || renumbers) await tellUse(kind, draft, at, uid, changes);
  if (!renames) return;
  for (const [version, other] of Object.entries(prior.versions ?? {})) {
    const users = other === uid ? undefined : await usersOfVersion(kind, palette, at, other);
    if (users !== undefined) refuseLocked(draft, version, users.templates, "its name");
  }
}

async function tellUse(
  kind: LineageKind,
  draft: LineageDraft,
  at: At,
  uid: string,
  changes: ContentChange[],
): Promise<void> {
  const { planned, context: palette } = draft;
  const seen = await kind.see(palette, at, uid);
  const { one, takers, templates } = seen.users;
  const version = seen.version || String(planned.version);
  if (refuseLocked(draft, version, templates, changes.length > 0 ? listPlaces(changes, 5) : "its name or version"))
    return;
  const reaching = changes.filter(({ part }) => part === "layers" || part === "variables");
  if (takers.length === 0 || reaching.length === 0) return;
  const variables = reaching.filter(({ part, kind }) => part === "variables" && kind !== "add" && kind !== "move");
  if (variables.length > 0) {
    draft.warning(["profileVariables"], {
      code: "UsedVariablesChange",
      summary: `Variables change that ${one}s have values for`,
      detail: `Version ${version} is used by ${tellNames(takers, one)}, and this changes or removes what they were asked for: ${listPlaces(variables, 5)}. Palette allows that only in a new version, and may refuse; where it does not, those ${one}s may lose values. Give the profile a new version.`,
    });
  }
  draft.warning(["version"], {
    code: "UsedVersionChanges",
    summary: `A version changes that ${one}s use`,
    detail: `Version ${version} is used by ${tellNames(takers, one)}. Each of them gets an "Updates available", and the change when somebody applies it there: ${listPlaces(reaching, 5)}. Palette's advice is a new version, which the ${one}s take one by one.`,
  });
}

/** Content is layers, variables and tags, which reach the machines. Name and description are for people. */
function refuseChange(draft: LineageDraft, changes: readonly ContentChange[]): boolean {
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
function refuseLocked(draft: LineageDraft, version: string, templates: readonly string[], what: string): boolean {
  if (templates.length === 0) return false;
  draft.error(["version"], {
    code: "VersionLocked",
    summary: "A cluster template locks this version",
    detail: `Version ${version} is linked to ${tellNames(templates, "cluster template")}, and nothing of it can change any more: ${what}. Give the profile a new version, then link that one to the template.`,
  });
  return true;
}
