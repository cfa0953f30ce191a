import { childrenOf, type FourTrees, keysOf, same, vendorLine } from "./four-trees";
import { keyPath } from "./path";
import { mapOf, onlyWay } from "./tree-edits";

/** Where live is neither what the user sent nor what Palette's own text was: Palette brought it, or somebody else did. */
export function incomingPaths(all: FourTrees, path = ""): string[] {
  return [...keysOf({ ...all, wanted: undefined })].flatMap(([digest, key]) => {
    const inner = childrenOf(all, digest);
    const { base, applied, live } = inner;
    const at = keyPath(path, key);
    if (same(live, base) || same(live, applied)) return [];
    if (mapOf(live) && (mapOf(base) || mapOf(applied))) return incomingPaths(vendorLine(inner), at);
    if (live === undefined) return [onlyWay(at, base)];
    return [base === undefined && applied === undefined ? onlyWay(at, live) : at];
  });
}
