import { keyPath } from "./path";
import { toValue, type YamlTree } from "./tree";
import { type KeyEdit, mapOf, removesAll, type TreeEdits } from "./tree-edits";

/** A path of a three-way merge that nobody but the user can decide. What is absent is undefined. */
export interface MergeConflict {
  path: string;
  base?: unknown;
  applied?: unknown;
  live?: unknown;
  wanted?: unknown;
}

/** One place in the four texts; undefined where a text has nothing there. */
export interface FourTrees {
  base: YamlTree | undefined;
  applied: YamlTree | undefined;
  live: YamlTree | undefined;
  wanted: YamlTree | undefined;
}

/** Where a walk stands. */
interface Place {
  path: string;
  keys: readonly string[];
  /** What is wanted here wins. */
  overwrite: boolean;
  /** Live has lost the map that this stood in. */
  lost: boolean;
}

/** The edits that bring the user's deltas into the live text, and the conflicts that keep some of them out. */
export function decide(
  root: FourTrees,
  mustOverwrite: (keys: readonly string[]) => boolean,
): { edits: TreeEdits; conflicts: MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const edits = decideMap(root, { path: "", keys: [], overwrite: mustOverwrite([]), lost: false });
  return { edits, conflicts };

  function decideMap(all: FourTrees, place: Place): TreeEdits {
    const edits: TreeEdits = new Map();
    for (const [digest, key] of keysOf(all)) {
      const keys = [...place.keys, key];
      const overwrite = place.overwrite || mustOverwrite(keys);
      const edit = decideKey(childrenOf(all, digest), { ...place, path: keyPath(place.path, key), keys, overwrite });
      if (edit !== undefined) edits.set(digest, { key, ...edit });
    }
    return edits;
  }

  function decideKey(all: FourTrees, place: Place): KeyEditOnly | undefined {
    const { base, applied, live, wanted } = all;
    if (same(live, wanted) || (same(wanted, base) && same(wanted, applied))) return undefined;
    const untouched = !place.lost && (same(live, applied) || same(live, base));
    const map = mapOf(live);
    if (map && mapOf(wanted) && (mapOf(wanted)!.entries.size > 0 || mapOf(base) || untouched))
      return innerEdits(decideMap(vendorLine(all), place));
    if (untouched) return { to: wanted };
    if (same(wanted, base)) {
      // The user takes back a delta in a map to which Palette has added.
      if (!map || !mapOf(applied) || mapOf(base)) return undefined;
      const edits = decideMap({ ...all, base: undefined, wanted: undefined }, place);
      return removesAll(map, edits) ? { to: wanted } : innerEdits(edits);
    }
    if (live === undefined && mapOf(wanted) && (mapOf(wanted)!.entries.size > 0 || mapOf(base)))
      return innerEdits(decideMap(all, { ...place, lost: true }));
    if (place.overwrite) return overwritten(all);
    conflicts.push({ path: place.path, ...valuesOf(all) });
    return undefined;
  }
}

type KeyEditOnly = { to: YamlTree | undefined } | { inner: TreeEdits };

function innerEdits(inner: TreeEdits): KeyEditOnly | undefined {
  return inner.size > 0 ? { inner } : undefined;
}

function overwritten({ live, wanted }: FourTrees): KeyEditOnly {
  const map = mapOf(live);
  if (!map || !mapOf(wanted)) return { to: wanted };
  // What is laid over a map merges with it: an empty map takes its keys away one by one.
  const inner = [...map.entries].map(([digest, { key }]): [string, KeyEdit] => [digest, { key, to: undefined }]);
  return { inner: new Map(inner) };
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

function valuesOf(all: FourTrees): Omit<MergeConflict, "path"> {
  const told = Object.entries(all).filter(([, tree]) => tree !== undefined);
  return Object.fromEntries(told.map(([side, tree]) => [side, toValue(tree as YamlTree)]));
}
