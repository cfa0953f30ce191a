import { textAt } from "./documents";
import { resolved, type YamlTree } from "./tree";

/** What says which object it is, rather than what it does. */
const IDENTITY: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "status"]);
const NOTHING: ReadonlySet<string> = new Set();
/** Fewer equal leaves are no likeness, unless all are equal. */
const FEWEST = 3;

/**
 * How much two trees have in common, from 0 to 1: the share of leaves, of the one that has more, that the other has at
 * the same path, places in lists left out. `except` names keys at the top that do not count.
 */
export function likeness(a: YamlTree, b: YamlTree, except: ReadonlySet<string> = NOTHING): number {
  return likenessOf(leavesOf(a, except), leavesOf(b, except));
}

/** The same of documents; objects of different kinds are nothing like each other. Names and labels do not count. */
export function objectLikeness(a: YamlTree, b: YamlTree): number {
  const [left, right] = [resolved(a), resolved(b)];
  if (left.kind !== "map" || right.kind !== "map") return 0;
  const kind = textAt(left, "kind");
  return kind === undefined || kind !== textAt(right, "kind") ? 0 : likeness(left, right, IDENTITY);
}

/** Leaves with how often each is there. */
export type Leaves = ReadonlyMap<string, number>;

export function leavesOf(tree: YamlTree, except: ReadonlySet<string> = NOTHING): Leaves {
  const leaves = new Map<string, number>();
  const walk = (node: YamlTree, path: string, top: boolean): void => {
    if (node.kind === "map" && node.entries.size > 0) {
      for (const [digest, { key, node: inner }] of node.entries) {
        if (!top || !except.has(key)) walk(inner, `${path}/${digest}`, false);
      }
    } else if (node.kind === "seq" && node.items.length > 0) {
      for (const item of node.items) walk(item, `${path}/-`, false);
    } else {
      const leaf = `${path}=${node.digest}`;
      leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1);
    }
  };
  walk(resolved(tree), "", true);
  return leaves;
}

export function likenessOf(a: Leaves, b: Leaves): number {
  let shared = 0;
  for (const [leaf, count] of a) shared += Math.min(count, b.get(leaf) ?? 0);
  const all = Math.max(sizeOf(a), sizeOf(b));
  if (shared === all) return 1;
  return shared < FEWEST ? 0 : shared / all;
}

function sizeOf(leaves: Leaves): number {
  let size = 0;
  for (const count of leaves.values()) size += count;
  return size;
}
