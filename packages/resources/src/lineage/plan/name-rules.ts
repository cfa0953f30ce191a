import type { At } from "@palette-profiles/palette-api";
import { sameVersion } from "@palette-profiles/profiles";
import { hasUnknown, UNKNOWN } from "@palette-profiles/resource-kit";
import { differentContent, nameOf } from "../adopt";
import { findVersion } from "../find";
import { anyInState, isInState } from "../in-state";
import type { LineageKind } from "../kind";
import type { LineageDraft, LineageState } from "../state";
import { concrete } from "./concrete";

/**
 * Name and version are free in the scope (V2). Asked only for a create, a new version and a rename; what is there already is taken over where `adopt` says so and the content is the same.
 */
export async function nameRules(kind: LineageKind, draft: LineageDraft, at: At): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const { name } = planned;
  const context = String(planned.context);
  if (typeof name !== "string") return;
  for (const { version, isNew } of await versionsToCome(draft)) {
    if (!(await kind.isTaken(palette, at, { name, version, context }))) continue;
    const mayBeReplaced = prior === undefined && anyInState(palette);
    const adopts = isNew && planned.adopt === true;
    if (adopts || mayBeReplaced) {
      const uid = await findVersion(kind, palette, at, name, context, version);
      if (uid !== undefined && isInState(palette, uid)) continue;
      if (uid !== undefined && adopts) {
        await planAdoption(kind, draft, at, uid, version);
        continue;
      }
    }
    if (isNew && planned.adopt === UNKNOWN) continue;
    draft.error(
      prior === undefined || prior.name !== name ? ["name"] : ["version"],
      taken(kind, draft, name, version, isNew),
    );
  }
}

/** The versions that will come to be under the planned name. */
function versionsToCome({ planned, prior }: LineageDraft): { version: string; isNew: boolean }[] {
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

async function planAdoption(
  kind: LineageKind,
  draft: LineageDraft,
  at: At,
  uid: string,
  version: string,
): Promise<void> {
  const { planned, prior, context: palette } = draft;
  const wanted = concrete(planned);
  const live = await kind.readLive(palette, at, uid, wanted);
  if (live === undefined) return;
  const changes = kind.contentChanges(live, planned);
  if (changes.length > 0) {
    draft.error(["adopt"], differentContent(kind, wanted, changes));
    return;
  }
  draft.warning(["adopt"], {
    code: "TakesOver",
    summary: "Takes over a profile that is there",
    detail: `${nameOf(kind, wanted)} is there already with this content, and is taken over: from now on it is this resource's, and goes with it.`,
  });
  // What is not known yet may differ still: then the apply decides.
  if (kind.hasContentUnknown(planned)) return;
  planned.id = uid;
  planned.versions = planned.retainVersions === undefined ? { ...prior?.versions, [version]: uid } : UNKNOWN;
}

function taken(kind: LineageKind, draft: LineageDraft, name: string, version: string, isNew: boolean) {
  const { context, project } = draft.planned as Pick<LineageState, "context" | "project">;
  const place = context === "tenant" ? "the tenant" : `the project "${project}"`;
  const advice = isNew
    ? `Take it over with adopt = true, where its content is the same; or import it (${name}:${context}:${version}); or choose another name or version: also where it is to take its own place under create_before_destroy, since Palette holds a name and version once. Where the resource only has another address in the program, say so to the engine (a moved block, an alias).`
    : "Choose another name or version, or remove the one that is there.";
  return {
    code: "NameTaken",
    summary: "The name and version are taken",
    detail: `${nameOf(kind, { name, version })} is there already, in ${place}. ${advice}`,
  };
}
