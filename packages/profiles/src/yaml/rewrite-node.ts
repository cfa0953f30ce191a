import { Document, isAlias, isMap, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isPlainText } from "./compose";
import { plainKind } from "./scalar";
import { showTemplates } from "./templates";

/** How to copy a node. */
export interface Rewriting {
  /** What aliases point to, by anchor; filled while copying, in the order of the text. */
  anchors: Map<string, unknown>;
  /** Maps written in one line become blocks. */
  blocks?: boolean;
  /** Keys whose value is null become `REMOVED`, at any depth but inside lists. */
  nullRemoves?: boolean;
  /** What aliases may unfold to. */
  budget: { nodes: number };
}

/** In overrides, as the value of a key: the key goes away. It is never copied. */
export const REMOVED = new Scalar("REMOVED");

export const newRewriting = (how: Pick<Rewriting, "blocks" | "nullRemoves"> = {}): Rewriting => ({
  ...how,
  anchors: new Map(),
  budget: { nodes: 100_000 },
});

/** A copy that can be printed anywhere: aliases and merge keys are resolved, and no scalar needs more than one line. */
export function rewriteNode(node: unknown, how: Rewriting): Scalar | YAMLMap | YAMLSeq {
  if (how.budget.nodes-- <= 0) throw new RangeError("its aliases unfold to too much");
  if (isAlias(node)) {
    if (!how.anchors.has(node.source)) throw new Error(`the alias *${node.source} cannot be resolved`);
    return rewriteNode(how.anchors.get(node.source), { ...how, anchors: new Map(how.anchors) });
  }
  const copy = isMap(node) ? mapOf(node, how) : isSeq(node) ? seqOf(node, how) : scalarOf(node);
  if (isMap(node) || isSeq(node) || isScalar(node)) {
    if (node.anchor) how.anchors.set(node.anchor, node);
    copy.commentBefore = node.commentBefore ?? null;
    copy.comment = node.comment ?? null;
    copy.spaceBefore = node.spaceBefore ?? false;
    if (node.tag !== undefined) copy.tag = node.tag;
  }
  return copy;
}

export function isNull(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  return isScalar(node) && node.tag === undefined && isPlainText(node) && plainKind(String(node.value)) === "null";
}

/** What a key is known by, quoted or not. */
export function keyText(key: unknown): string {
  return showTemplates(isScalar(key) ? String(key.value) : String(key));
}

/** A map as lines, each with its line end. */
export function printMap(map: YAMLMap, how: { blockText: boolean }): string {
  const document = new Document(undefined, { schema: "failsafe", version: "1.2" });
  document.contents = map;
  return document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    blockQuote: how.blockText,
  });
}

function scalarOf(node: unknown): Scalar {
  const source = isScalar(node) ? node : undefined;
  const copy = new Scalar(isNull(node) ? "null" : String(source?.value));
  copy.type = source?.type ?? Scalar.PLAIN;
  const inQuotes = copy.type === Scalar.PLAIN || copy.type === Scalar.QUOTE_SINGLE;
  if (inQuotes && copy.value.includes("\n")) copy.type = Scalar.QUOTE_DOUBLE;
  return copy;
}

function mapOf(node: YAMLMap, how: Rewriting): YAMLMap {
  const copy = new YAMLMap();
  const own = new Set(node.items.map(({ key }) => keyText(key)));
  for (const { key, value } of node.items) {
    if (value === REMOVED) continue;
    if (isMergeKey(key)) {
      copy.items.push(...mergedPairs(value, own, how));
      continue;
    }
    const inner = rewriteNode(value, how);
    copy.items.push(new Pair(rewriteNode(key, how), how.nullRemoves && isNull(inner) ? REMOVED : inner));
  }
  if (node.flow && !(how.blocks && node.items.length > 0)) asOneLine(copy);
  return copy;
}

function seqOf(node: YAMLSeq, how: Rewriting): YAMLSeq {
  const copy = new YAMLSeq();
  // Null within a list is an entry like any other.
  copy.items = node.items.map((item) => rewriteNode(pairAsMap(item), { ...how, nullRemoves: false }));
  if (node.flow) asOneLine(copy);
  return copy;
}

/** `[a: 1]` is a list of one map. */
function pairAsMap(item: unknown): unknown {
  if (!(item instanceof Pair)) return item;
  const map = new YAMLMap();
  map.items = [item];
  return map;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && isPlainText(key);
}

/** What `<<: *a` brings: the pairs whose keys the map does not have itself; the first map of a list goes first. */
function mergedPairs(value: unknown, own: Set<string>, how: Rewriting): Pair[] {
  const resolved = rewriteNode(value, how);
  const maps = isSeq(resolved) ? resolved.items : [resolved];
  return maps.filter(isMap).flatMap((map) =>
    map.items.filter(({ key }) => {
      const name = keyText(key);
      if (own.has(name)) return false;
      own.add(name);
      return true;
    }),
  );
}

/** A comment would break the line. */
function asOneLine(collection: YAMLMap | YAMLSeq): void {
  collection.flow = true;
  const clear = (node: unknown): void => {
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      node.comment = null;
      node.commentBefore = null;
      node.spaceBefore = false;
    }
  };
  for (const item of collection.items) {
    for (const node of item instanceof Pair ? [item.key, item.value] : [item]) {
      clear(node);
      if (isMap(node) || isSeq(node)) asOneLine(node);
    }
  }
}
