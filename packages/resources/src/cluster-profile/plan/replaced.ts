import type { Palette } from "../../palette";
import type { ProfileDraft } from "./draft";

/** What replaces a resource is planned as a create, by every engine, without a word of what it replaces. */
const replaced = new WeakMap<Palette, Set<string>>();

/** Remembers the versions that go where this plan replaces the resource: their names and versions will be free. */
export function rememberReplaced({ prior, changed, context }: ProfileDraft): void {
  if (prior === undefined || !changed("context", "project", "type", "cloud")) return;
  const uids = replaced.get(context) ?? new Set();
  for (const uid of [prior.id, ...Object.values(prior.versions ?? {})]) if (uid !== undefined) uids.add(uid);
  replaced.set(context, uids);
}

/** True where the version goes before the new one comes. */
export function isReplaced(palette: Palette, uid: string): boolean {
  return replaced.get(palette)?.has(uid) ?? false;
}

/** False where looking is in vain. */
export function anyReplaced(palette: Palette): boolean {
  return replaced.has(palette);
}
