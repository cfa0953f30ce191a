import { childrenOf, type FourTrees, keysOf, same } from "./four-trees";
import type { YamlTree } from "./tree";
import { mapOf, removesAll, type TreeEdits } from "./tree-edits";

/** The edits that take the user's deltas out of the live text: it is then what Palette's own text is now. */
export function undoDeltas(all: FourTrees): TreeEdits {
  const edits: TreeEdits = new Map();
  for (const [digest, key] of keysOf(all)) {
    const edit = undoKey(childrenOf(all, digest));
    if (edit !== undefined) edits.set(digest, { key, ...edit });
  }
  return edits;
}

function undoKey(all: FourTrees): { to: YamlTree | undefined } | { inner: TreeEdits } | undefined {
  const { base, applied, live } = all;
  if (same(base, applied) || same(live, base)) return undefined;
  const holds = same(live, applied);
  const map = mapOf(live);
  if (map && mapOf(applied) && (mapOf(base) || !holds)) {
    const inner = undoDeltas({ ...all, base: mapOf(base) });
    if (!mapOf(base) && removesAll(map, inner)) return { to: base };
    return inner.size > 0 ? { inner } : undefined;
  }
  return holds ? { to: base } : undefined;
}
