import { resolved, type YamlMap, type YamlTree } from "./tree";

/** The text of a scalar under a key; undefined where there is none. */
export function textAt(map: YamlMap, key: string): string | undefined {
  for (const entry of map.entries.values()) {
    if (entry.key !== key) continue;
    const node = resolved(entry.node);
    if (node.kind !== "scalar" || node.value === null) return undefined;
    return typeof node.value === "object" ? node.value.yaml : String(node.value);
  }
  return undefined;
}

/**
 * Names for the documents of a stream, each its own: a Kubernetes object is `Deployment default/web`, another document
 * `document 2`, by its place among those that are no objects. A name that repeats gets a number.
 */
export function documentNames(documents: readonly YamlTree[]): string[] {
  const seen = new Map<string, number>();
  let unnamed = 0;
  return documents.map((document) => {
    const name = objectName(document) ?? `document ${++unnamed}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}

function objectName(document: YamlTree): string | undefined {
  const root = resolved(document);
  if (root.kind !== "map") return undefined;
  const kind = textAt(root, "kind");
  const metadata = [...root.entries.values()].find((entry) => entry.key === "metadata");
  const inner = metadata && resolved(metadata.node);
  const name = inner?.kind === "map" ? (textAt(inner, "name") ?? textAt(inner, "generateName")) : undefined;
  if (kind === undefined || name === undefined || inner?.kind !== "map") return undefined;
  const namespace = textAt(inner, "namespace");
  const full = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
  return /["'>\n]/.test(full) ? undefined : full;
}
