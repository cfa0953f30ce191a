import { objectName, textAt } from "./documents";
import { likeness, objectLikeness } from "./likeness";
import { resolved, type YamlSeq, type YamlTree } from "./tree";

/** What the entries of a list are known by. */
export interface ListKey {
  /** As paths name it: `name`, or `object` of Kubernetes objects. */
  field: string;
  markOf(this: void, item: YamlTree): string;
  /** How much an entry that is gone and one that has come have in common, but for what they are known by. */
  likeness(this: void, before: YamlTree, after: YamlTree): number;
}

/** The fields that tell entries apart, in the order they are tried. */
const ANY: readonly (readonly string[])[] = [["name"], ["id"], ["key"]];
/** By the list's own name, what Kubernetes merges its entries by, for lists whose entries have no name of their own. */
const KNOWN = new Map<string, readonly (readonly string[])[]>(
  Object.entries({
    ports: [["containerPort"], ["containerPort", "protocol"], ["port"], ["port", "protocol"]],
    volumeMounts: [["mountPath"]],
    volumeDevices: [["devicePath"]],
    tolerations: [
      ["key", "effect"],
      ["key", "operator", "value", "effect"],
    ],
    hostAliases: [["ip"]],
    ownerReferences: [["uid"]],
    conditions: [["type"]],
    topologySpreadConstraints: [["topologyKey"], ["topologyKey", "whenUnsatisfiable"]],
    subjects: [
      ["name", "kind"],
      ["name", "namespace", "kind"],
    ],
    rules: [["host"]],
    hosts: [["host"]],
    paths: [["path"], ["path", "pathType"]],
    tls: [["secretName"]],
  }),
);

/** What the entries of both lists are known by: a field that each has, and no two the same; undefined where there is none. */
export function listKey(list: string | undefined, before: YamlSeq, after: YamlSeq): ListKey | undefined {
  if (before.items.length === 0 || after.items.length === 0) return undefined;
  const tells = (markOf: (item: YamlTree) => string | undefined) =>
    areUnique(before.items, markOf) && areUnique(after.items, markOf);
  if (tells(objectName)) {
    return { field: "object", markOf: (item) => objectName(item)!, likeness: objectLikeness };
  }
  for (const fields of [...ANY, ...(KNOWN.get(list ?? "") ?? [])]) {
    const markOf = (item: YamlTree) => markBy(fields, item);
    if (!tells(markOf)) continue;
    const except = new Set(fields);
    return { field: fields[0]!, markOf: (item) => markOf(item)!, likeness: (a, b) => likeness(a, b, except) };
  }
  return undefined;
}

/** The first field must be there; the others stand behind it where they are: `53/UDP`. */
function markBy(fields: readonly string[], item: YamlTree): string | undefined {
  const node = resolved(item);
  if (node.kind !== "map") return undefined;
  const [first, ...others] = fields.map((field) => textAt(node, field));
  return first === undefined ? undefined : [first, ...others.filter((text) => text !== undefined)].join("/");
}

function areUnique(items: readonly YamlTree[], markOf: (item: YamlTree) => string | undefined): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    const mark = markOf(item);
    if (mark === undefined || seen.has(mark)) return false;
    seen.add(mark);
  }
  return true;
}
