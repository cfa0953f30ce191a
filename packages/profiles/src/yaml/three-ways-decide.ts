import { childrenOf, type FourTrees, keysOf, same, vendorLine } from "./four-trees";
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

function valuesOf(all: FourTrees): Omit<MergeConflict, "path"> {
  const told = Object.entries(all).filter(([, tree]) => tree !== undefined);
  return Object.fromEntries(told.map(([side, tree]) => [side, toValue(tree as YamlTree)]));
}
