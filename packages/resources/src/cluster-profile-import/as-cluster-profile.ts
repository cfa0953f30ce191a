import { type AnyValues, isUnknown, type PlanValues, withoutUnknown } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../cluster-profile/attributes";
import { headAttributes, lifeAttributes } from "../lineage/attributes";
import type { ClusterProfileImportState } from "./attributes";
import { contentOf, contentOfText, hashOf, type ProfileContent, sameContent, textOf } from "./content";

/** What both resources have, and only the configuration says. */
const SETTINGS = ["context", "project", ...Object.keys(lifeAttributes).filter((name) => name !== "versions")];

/** The configuration of a cluster profile that is written where this resource reads a file. */
export function configOfProfile(content: ProfileContent, it: PlanValues<ClusterProfileImportState>): AnyValues {
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, (it as AnyValues)[name]]));
  return { ...content, ...settings, ...(it.name !== undefined && !isUnknown(it.name) && { name: it.name }) };
}

/** Enough of a cluster profile's state to read it; layers that nobody knows of have whole values. */
export function knownProfile(it: ClusterProfileImportState): ClusterProfileState {
  const content = it.content === undefined ? { packs: [] } : contentOfText(it.content);
  const own = [...Object.keys(headAttributes), ...Object.keys(lifeAttributes)];
  const settings = Object.fromEntries(own.map((name) => [name, (it as AnyValues)[name]]));
  const known = { ...content, ...settings } as ClusterProfileState;
  return { ...known, name: it.name ?? "", version: it.version };
}

/** A cluster profile's state as this resource's. What means the same as before is the same to the letter. */
export function stateOfProfile(
  profile: ClusterProfileState,
  before: Partial<ClusterProfileImportState>,
): ClusterProfileImportState {
  const known = before.content === undefined ? undefined : contentOfText(before.content);
  const text = textOf(contentOf(profile, known));
  const same = before.content !== undefined && sameContent(before.content, text);
  const { id, name, version, context, project, type, cloud, versions } = profile;
  const content = same ? before.content : text;
  return withoutUnknown({
    ...before,
    ...{ id, name, version, context, project, type: type ?? "add-on", cloud: cloud ?? "all", versions },
    content,
    contentHash: same ? (before.contentHash ?? hashOf(text)) : hashOf(text),
  }) as ClusterProfileImportState;
}
