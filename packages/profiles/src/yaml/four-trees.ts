import type { YamlTree } from "./tree";
import { mapOf } from "./tree-edits";

/** One place in the four texts; undefined where a text has nothing there. */
export interface FourTrees {
  base: YamlTree | undefined;
  applied: YamlTree | undefined;
  live: YamlTree | undefined;
  wanted: YamlTree | undefined;
}

export function same(a: YamlTree | undefined, b: YamlTree | undefined): boolean {
  return a?.digest === b?.digest;
}

/** The keys of all maps among the texts, those of live first. */
export function keysOf({ base, applied, live, wanted }: FourTrees): Map<string, string> {
  const keys = new Map<string, string>();
  for (const tree of [live, wanted, applied, base])
    for (const [digest, { key }] of mapOf(tree)?.entries ?? []) if (!keys.has(digest)) keys.set(digest, key);
  return keys;
}

export function childrenOf(all: FourTrees, digest: string): FourTrees {
  const child = (tree: YamlTree | undefined) => mapOf(tree)?.entries.get(digest)?.node;
  return { base: child(all.base), applied: child(all.applied), live: child(all.live), wanted: child(all.wanted) };
}

/**
 * Where we sent no map and live has one, live comes from Palette's own text: that a key is in neither live nor what we
 * sent does not mean that live left it as we sent it.
 */
export function vendorLine(all: FourTrees): FourTrees {
  return mapOf(all.base) && !mapOf(all.applied) ? { ...all, applied: all.base } : all;
}
