import type { WrittenScalar } from "./scalar";

export type ScalarValue = string | number | boolean | null | WrittenScalar;

/**
 * A YAML node by meaning. Equal digests mean equal under every reader; an alias has the digest of what it points to,
 * so that comparing costs the same however often an anchor is used.
 */
export type YamlTree = YamlScalar | YamlMap | YamlSeq | YamlAlias;

export interface YamlScalar {
  kind: "scalar";
  digest: string;
  value: ScalarValue;
  /** Set when the text carries a tag that is not one of the plain ones, such as `!!binary`. */
  tag?: string;
}

export interface YamlMap {
  kind: "map";
  digest: string;
  entries: Map<string, { key: string; node: YamlTree }>;
  tag?: string;
}

export interface YamlSeq {
  kind: "seq";
  digest: string;
  items: YamlTree[];
  tag?: string;
}

export interface YamlAlias {
  kind: "alias";
  digest: string;
  target: YamlScalar | YamlMap | YamlSeq;
}

/** The node itself, or what an alias points to. */
export function resolved(tree: YamlTree): YamlScalar | YamlMap | YamlSeq {
  return tree.kind === "alias" ? tree.target : tree;
}

/** The node as a JavaScript value, for showing; `budget` bounds what aliases may unfold to. */
export function toValue(tree: YamlTree, budget = { nodes: 20_000 }): unknown {
  if (budget.nodes-- <= 0) return { yaml: "..." };
  const node = resolved(tree);
  if (node.kind === "scalar") return node.value;
  if (node.kind === "seq") return node.items.map((item) => toValue(item, budget));
  return Object.fromEntries([...node.entries.values()].map(({ key, node: child }) => [key, toValue(child, budget)]));
}
