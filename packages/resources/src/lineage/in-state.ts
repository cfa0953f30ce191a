import type { Palette } from "../palette";
import type { LineageState } from "./state";

const known = new WeakMap<Palette, Set<string>>();

/**
 * Remembers the versions that a state names. What replaces a resource is planned as a create, by every engine, without
 * a word of what it replaces; but the engine has had that read, or planned, before.
 */
export function rememberState(palette: Palette, { id, versions }: Pick<LineageState, "id" | "versions">): void {
  const uids = known.get(palette) ?? new Set();
  for (const uid of [id, ...Object.values(versions ?? {})]) if (uid !== undefined) uids.add(uid);
  known.set(palette, uids);
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
