import { isMap, isScalar, Pair, Scalar, visit, YAMLMap } from "yaml";
import { keyPath } from "./path";
import { newRewriting, REMOVED, rewriteNode } from "./rewrite-node";
import { resolved, type YamlMap, type YamlTree } from "./tree";

/** What becomes of one key: another value, none where `to` is undefined, or edits further in. */
export type KeyEdit = { key: string } & ({ to: YamlTree | undefined } | { inner: TreeEdits });

/** Edits of a map, by the digests of its keys. */
export type TreeEdits = Map<string, KeyEdit>;

/** A map as tree and as nodes, whose entries stand in the same order. */
export interface MapNodes {
  tree: YamlMap;
  node: YAMLMap;
}

export function mapOf(tree: YamlTree | undefined): YamlMap | undefined {
  const node = tree && resolved(tree);
  return node?.kind === "map" ? node : undefined;
}

/** Whether the edits leave nothing of a map that has keys. */
export function removesAll(map: YamlMap, edits: TreeEdits): boolean {
  if (edits.size === 0 || edits.size !== map.entries.size) return false;
  return [...edits.values()].every((edit) => "to" in edit && edit.to === undefined);
}

/** The edits as overrides to lay over `live`, with the nodes of `source` as values. */
export function overridesOf(edits: TreeEdits, live: MapNodes | undefined, source: MapNodes | undefined): YAMLMap {
  const overrides = new YAMLMap();
  const [own, from] = [live && pairsOf(live), source && pairsOf(source)];
  for (const [digest, edit] of edits) {
    const [mine, theirs] = [own?.get(digest), from?.get(digest)];
    // The spelling of the text to edit, so that the key is found there.
    const key = mine?.pair.key ?? theirs?.pair.key ?? new Scalar(edit.key);
    const value =
      "inner" in edit
        ? overridesOf(edit.inner, mine?.inner, theirs?.inner)
        : edit.to === undefined
          ? REMOVED
          : ownComments(theirs?.pair.value);
    overrides.items.push(new Pair(key, value));
  }
  return overrides;
}

/** A copy without the comments behind it: those of the lines below are about something else. */
function ownComments(node: unknown): unknown {
  const copy = rewriteNode(node, newRewriting());
  visit(copy, {
    Node: (_, inner) => {
      if (!isScalar(inner) || inner.comment?.includes("\n")) (inner as Scalar).comment = null;
    },
  });
  return copy;
}

function pairsOf({ tree, node }: MapNodes): Map<string, { pair: Pair; inner?: MapNodes }> {
  const trees = [...tree.entries.values()];
  const digests = [...tree.entries.keys()];
  return new Map(
    (node.items as Pair[]).map((pair, index) => {
      const map = mapOf(trees[index]?.node);
      return [digests[index]!, { pair, ...(map && isMap(pair.value) && { inner: { tree: map, node: pair.value } }) }];
    }),
  );
}

/** Whether a tree is another with the edits made, and nothing else. */
export function isEdited(result: YamlMap, before: YamlMap | undefined, edits: TreeEdits): boolean {
  const keys = new Set([...(before?.entries.keys() ?? []), ...edits.keys()]);
  for (const key of result.entries.keys()) if (!keys.has(key)) return false;
  return [...keys].every((key) => {
    const [after, old, edit] = [result.entries.get(key)?.node, before?.entries.get(key)?.node, edits.get(key)];
    if (edit === undefined) return after?.digest === old?.digest;
    if ("to" in edit) return after?.digest === edit.to?.digest;
    const map = mapOf(after);
    return map !== undefined && isEdited(map, mapOf(old), edit.inner);
  });
}

/** The paths of the edits as `diffYaml` tells them: what comes or goes whole is one, as far down as there is one way. */
export function editPaths(edits: TreeEdits, before: YamlMap | undefined, path = ""): string[] {
  return [...edits].flatMap(([digest, edit]) => {
    const at = keyPath(path, edit.key);
    const old = before?.entries.get(digest)?.node;
    if ("inner" in edit) {
      const inner = editPaths(edit.inner, mapOf(old), at);
      return old === undefined && inner.length > 1 ? [at] : inner;
    }
    if (old === undefined || edit.to === undefined) return [onlyWay(at, old ?? edit.to)];
    return [at];
  });
}

/** Goes down as long as a map has one entry. */
export function onlyWay(path: string, tree: YamlTree | undefined): string {
  const map = mapOf(tree);
  if (map?.entries.size !== 1) return path;
  const [entry] = map.entries.values();
  return onlyWay(keyPath(path, entry!.key), entry!.node);
}
