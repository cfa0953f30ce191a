import {
  type At,
  clusterProfiles,
  PaletteCancelledError,
  PaletteError,
  PaletteUnreachableError,
} from "@palette-profiles/palette-api";
import { diffValues } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { type ClusterProfileState, clusterProfileAttributes } from "./attributes";
import { createEntity } from "./entity";
import { findVersion } from "./find";
import { readLive } from "./live";

/** How long to look for what a cancelled create made, in milliseconds. */
const LAST_LOOK = 5_000;

/**
 * Creates and publishes a version, and gives its uid.
 *
 * A create that got no answer is never made a second time: it may have been heard. The version is looked for instead,
 * and taken as ours only where it carries our content to the last leaf.
 */
export async function createVersion(palette: Palette, at: At, it: ClusterProfileState): Promise<string> {
  try {
    return (await clusterProfiles(palette.client, at).create(createEntity(it))).uid;
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    // Where the engine said stop, or time is up, there is still a moment to find out what was made.
    const looking = at.signal.aborted ? { ...at, signal: AbortSignal.timeout(LAST_LOOK) } : at;
    const uid = await findVersion(palette, looking, it.name, it.context ?? "project", it.version).catch(
      () => undefined,
    );
    if (uid === undefined) throw error;
    const live = await readLive(palette, looking, uid, it).catch(() => undefined);
    if (live === undefined || !carries(live, it)) throw error;
    return uid;
  }
}

function isAmbiguous(error: unknown): boolean {
  if (error instanceof PaletteCancelledError) return true;
  if (error instanceof PaletteUnreachableError) return error.mayHaveActed;
  return error instanceof PaletteError && error.status >= 500;
}

function carries(live: ClusterProfileState, wanted: ClusterProfileState): boolean {
  const { id, versions, skipDestroy, timeouts, project, packs, ...content } = clusterProfileAttributes;
  const layers = (it: ClusterProfileState) =>
    (it.packs ?? []).map(({ uid, manifests, ...layer }) => ({
      ...layer,
      manifests: manifests?.map(({ name, content: text }) => ({ name, content: text })),
    }));
  const bare = (it: ClusterProfileState) => ({
    ...it,
    packs: layers(it),
    tags: [...(it.tags ?? [])].sort(),
    description: it.description ?? "",
  });
  return diffValues({ ...content, packs }, bare(live), bare(wanted)).every(
    (each) => !differsForReal(each.before, each.after),
  );
}

/** Absent, empty and false are one to Palette. */
function differsForReal(before: unknown, after: unknown): boolean {
  const empty = (value: unknown) =>
    value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);
  return !(empty(before) && empty(after));
}
