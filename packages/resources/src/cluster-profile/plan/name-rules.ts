import { type At, clusterProfiles, PaletteError } from "@palette-profiles/palette-api";
import { sameVersion } from "@palette-profiles/profiles";
import { hasUnknown, UNKNOWN } from "@palette-profiles/resource-kit";
import { differentContent, nameOf } from "../adopt";
import type { ClusterProfileState } from "../attributes";
import { contentChanges } from "../content-changes";
import { findVersion } from "../find";
import { anyInState, isInState } from "../in-state";
import { readLive } from "../live";
import { concrete } from "./concrete";
import type { ProfileDraft } from "./draft";

/**
 * Name and version are free in the scope (V2). Asked only for a create, a new version and a rename, with one call for
 * each version; what is there already is taken over where `adopt` says so and the content is the same.
 */
export async function nameRules(draft: ProfileDraft, at: At): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const { name } = planned;
  if (typeof name !== "string") return;
  for (const { version, isNew } of await versionsToCome(draft)) {
    if (!(await isTaken(draft, at, name, version))) continue;
    const mayBeReplaced = prior === undefined && anyInState(palette);
    const adopts = isNew && planned.adopt === true;
    if (adopts || mayBeReplaced) {
      const uid = await findVersion(palette, at, name, String(planned.context), version);
      if (uid !== undefined && isInState(palette, uid)) continue;
      if (uid !== undefined && adopts) {
        await planAdoption(draft, at, uid, version);
        continue;
      }
    }
    if (isNew && planned.adopt === UNKNOWN) continue;
    draft.error(
      prior === undefined || prior.name !== name ? ["name"] : ["version"],
      taken(draft, name, version, isNew),
    );
  }
}

/** The versions that will come to be under the planned name. */
function versionsToCome({ planned, prior }: ProfileDraft): { version: string; isNew: boolean }[] {
  const { version } = planned;
  const here = typeof version === "string" ? version : undefined;
  if (prior === undefined || planned.id === UNKNOWN) {
    const others = prior !== undefined && prior.name !== planned.name ? Object.keys(prior.versions ?? {}) : [];
    return [
      ...(here === undefined ? [] : [{ version: here, isNew: true }]),
      ...others.map((each) => ({ version: each, isNew: false })),
    ];
  }
  if (prior.name !== planned.name) {
    return Object.keys(hasUnknown(planned.versions) ? (prior.versions ?? {}) : (planned.versions ?? {})).map(
      (each) => ({ version: each, isNew: false }),
    );
  }
  const isOwn = Object.keys(prior.versions ?? {}).some((each) => here !== undefined && sameVersion(each, here));
  return here === undefined || isOwn ? [] : [{ version: here, isNew: false }];
}

async function isTaken(draft: ProfileDraft, at: At, name: string, version: string): Promise<boolean> {
  try {
    await clusterProfiles(draft.context.client, at).validateName(name, version);
    return false;
  } catch (error) {
    if (!(error instanceof PaletteError) || error.status === 401 || error.status === 403) throw error;
    if (error.status === 409 || error.code.includes("AlreadyExists")) return true;
    // The question is not answered here, or not for this name: the create will be.
    if (error.status >= 400 && error.status < 500 && error.status !== 429) return false;
    throw error;
  }
}

async function planAdoption(draft: ProfileDraft, at: At, uid: string, version: string): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const wanted = concrete(planned);
  const live = await readLive(palette, at, uid, wanted);
  if (live === undefined) return;
  const changes = contentChanges(live, planned);
  if (changes.length > 0) {
    draft.error(["adopt"], differentContent(wanted, changes));
    return;
  }
  draft.warning(["adopt"], {
    code: "TakesOver",
    summary: "Takes over a profile that is there",
    detail: `${nameOf(wanted)} is there already with this content, and is taken over: from now on it is this resource's, and goes with it.`,
  });
  // What is not known yet may differ still: then the apply decides.
  if (hasContentUnknown(planned)) return;
  planned.id = uid;
  planned.versions = planned.retainVersions === undefined ? { ...prior?.versions, [version]: uid } : UNKNOWN;
}

/** Whether the user's own words are unknown; what Palette gives may be. */
function hasContentUnknown(planned: ProfileDraft["planned"]): boolean {
  const { tags, description, packs, profileVariables, type, cloud } = planned;
  const layers = Array.isArray(packs)
    ? packs.map((layer) =>
        typeof layer === "object" ? { ...layer, uid: undefined, manifests: contents(layer) } : layer,
      )
    : packs;
  return hasUnknown([tags, description, profileVariables, type, cloud, layers]);
}

function contents(layer: { manifests?: unknown }): unknown {
  if (!Array.isArray(layer.manifests)) return layer.manifests;
  return (layer.manifests as unknown[]).map((each) =>
    typeof each === "object" && each !== null ? { ...each, uid: undefined } : each,
  );
}

function taken(draft: ProfileDraft, name: string, version: string, isNew: boolean) {
  const { context, project } = draft.planned as Pick<ClusterProfileState, "context" | "project">;
  const place = context === "tenant" ? "the tenant" : `the project "${project}"`;
  const advice = isNew
    ? `Take it over with adopt = true, where its content is the same; or import it (${name}:${context}:${version}); or choose another name or version. Where the resource only has another address in the program, say so to the engine (a moved block, an alias).`
    : "Choose another name or version, or remove the one that is there.";
  return {
    code: "NameTaken",
    summary: "The name and version are taken",
    detail: `${nameOf({ name, version })} is there already, in ${place}. ${advice}`,
  };
}
