import { type At, PaletteCancelledError, PaletteError, PaletteUnreachableError } from "@palette-profiles/palette-api";
import type { Palette } from "../palette";
import { adoptVersion } from "./adopt";
import { findVersion } from "./find";
import { rememberTakenOver } from "./in-state";
import type { LineageKind } from "./kind";
import type { LineageState } from "./state";

/** How long to look for what a cancelled create made, in milliseconds. */
const LAST_LOOK = 5_000;

/**
 * Creates a version, and gives its uid.
 *
 * A create that got no answer is never made a second time: it may have been heard. The version is looked for instead,
 * and taken as ours only where it carries our content to the last leaf.
 */
export async function createVersion<S extends LineageState>(
  kind: LineageKind<S>,
  palette: Palette,
  at: At,
  it: S,
): Promise<string> {
  try {
    return await kind.create(palette, at, it);
  } catch (error) {
    if (it.adopt === true && isTaken(error)) return adoptOther(kind, palette, at, it, error);
    if (!isAmbiguous(error)) throw error;
    // Where the engine said stop, or time is up, there is still a moment to find out what was made.
    const looking = at.signal.aborted ? { ...at, signal: AbortSignal.timeout(LAST_LOOK) } : at;
    const uid = await findVersion(kind, palette, looking, it.name, it.context ?? "project", it.version).catch(
      () => undefined,
    );
    if (uid === undefined) throw error;
    const live = await kind.readLive(palette, looking, uid, it).catch(() => undefined);
    if (live === undefined || kind.contentChanges(live, it).length > 0) throw error;
    rememberTakenOver(palette, uid);
    return uid;
  }
}

function isAmbiguous(error: unknown): boolean {
  if (error instanceof PaletteCancelledError) return true;
  if (error instanceof PaletteUnreachableError) return error.mayHaveActed;
  return error instanceof PaletteError && error.status >= 500;
}

function isTaken(error: unknown): boolean {
  return error instanceof PaletteError && (error.status === 409 || error.code.includes("AlreadyExists"));
}

/** Takes over what came to be between the plan and the apply, or what the plan knew too little of. */
async function adoptOther<S extends LineageState>(
  kind: LineageKind<S>,
  palette: Palette,
  at: At,
  it: S,
  refusal: unknown,
): Promise<string> {
  const uid = await findVersion(kind, palette, at, it.name, it.context ?? "project", it.version);
  if (uid === undefined) throw refusal;
  await adoptVersion(kind, palette, at, uid, it);
  rememberTakenOver(palette, uid);
  return uid;
}
