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
 * Names for the documents of two streams, each its own within its stream: a Kubernetes object is `Deployment default/web`,
 * another document `document 2`, by its place among those that are no objects. Where a name repeats, the API version
 * tells objects apart, `Ingress default/web (networking.k8s.io/v1)`, and a number those that are left.
 */
export function documentNames(streams: readonly (readonly YamlTree[])[]): Map<YamlTree, string> {
  const repeated = new Set(streams.flatMap((stream) => repeats(stream.map(objectName))));
  const names = new Map<YamlTree, string>();
  for (const stream of streams) {
    const seen = new Map<string, number>();
    let unnamed = 0;
    for (const document of stream) {
      const object = objectName(document);
      const name =
        object === undefined ? `document ${++unnamed}` : `${object}${repeated.has(object) ? versionOf(document) : ""}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      names.set(document, count === 1 ? name : `${name} #${count}`);
    }
  }
  return names;
}

function repeats(names: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [name];
    seen.add(name);
    return [];
  });
}

function versionOf(document: YamlTree): string {
  const root = resolved(document);
  const version = root.kind === "map" ? textAt(root, "apiVersion") : undefined;
  return version === undefined || UNFIT.test(version) ? "" : ` (${version})`;
}

/** What cannot stand in a path. */
const UNFIT = /["'>\n]/;

/** Kind, namespace and name of a Kubernetes object: `Deployment default/web`; undefined of what is none. */
export function objectName(document: YamlTree): string | undefined {
  const root = resolved(document);
  if (root.kind !== "map") return undefined;
  const kind = textAt(root, "kind");
  const metadata = [...root.entries.values()].find((entry) => entry.key === "metadata");
  const inner = metadata && resolved(metadata.node);
  const name = inner?.kind === "map" ? (textAt(inner, "name") ?? textAt(inner, "generateName")) : undefined;
  if (kind === undefined || name === undefined || inner?.kind !== "map") return undefined;
  const namespace = textAt(inner, "namespace");
  const full = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
  return UNFIT.test(full) ? undefined : full;
}
