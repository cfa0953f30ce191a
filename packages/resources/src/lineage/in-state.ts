import type { Palette } from "../palette";
import type { LineageState } from "./state";

const known = new WeakMap<Palette, Set<string>>();

/**
 * Remembers the versions that a state names. What replaces a resource is planned as a create, by every engine, without
 * a word of what it replaces; but the engine has had that read, or planned, before.
 */
export function rememberState(palette: Palette, { id, versions }: Pick<LineageState, "id" | "versions">): void {
  const uids = known.get(palette) ?? new Set();
  for (const uid of [id, ...Object.values(versions ?? {})]) {
    if (uid === undefined) continue;
    uids.add(uid);
    takenOver.get(palette)?.delete(uid);
  }
  known.set(palette, uids);
}

const takenOver = new WeakMap<Palette, Set<string>>();

/**
 * Remembers a version that a create found and took over. What it replaces may be that very version, to be removed next:
 * so it is where a replacement is created before the old one is destroyed.
 */
export function rememberTakenOver(palette: Palette, uid: string): void {
  takenOver.set(palette, (takenOver.get(palette) ?? new Set()).add(uid));
}

/** True where a version was taken over since a state that names it was last looked at: a removal must leave it. */
export function isTakenOver(palette: Palette, uid: string): boolean {
  return takenOver.get(palette)?.has(uid) ?? false;
}

/** What was let go of is nobody's any more, also where it is left in Palette. */
export function forgetState(palette: Palette, { id, versions }: Pick<LineageState, "id" | "versions">): void {
  for (const uid of [id, ...Object.values(versions ?? {})]) if (uid !== undefined) known.get(palette)?.delete(uid);
}

/** True for a version of this engine's own state: a create in its place comes after it has gone. */
export function isInState(palette: Palette, uid: string): boolean {
  return known.get(palette)?.has(uid) ?? false;
}

/** False where looking is in vain. */
export function anyInState(palette: Palette): boolean {
  return known.has(palette);
}
