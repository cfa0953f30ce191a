import { parseYaml } from "../yaml/parse";
import { normalizeText } from "../yaml/text";
import { resolved, type YamlTree } from "../yaml/tree";

/** A place in values: its path as people write it, and what stands there; `node` is absent where nothing does. */
export interface ValuePlace {
  path: string;
  node?: YamlTree;
}

/** The first document of values, or undefined where they do not parse, as they may not before templates are filled in. */
export function valuesTree(text: string): YamlTree | undefined {
  return parseYaml(normalizeText(text)).documents[0];
}

/**
 * The places that a dotted path means. Keys may hold dots themselves, as annotations do; `$[]` is each entry of a list,
 * and none for an empty one.
 */
export function valuesAt(tree: YamlTree | undefined, name: string): ValuePlace[] {
  return walk(tree, name.split("."), "");
}

/** A scalar as it is written, an empty text for null; undefined for a map or a list. */
export function scalarText(tree: YamlTree): string | undefined {
  const node = resolved(tree);
  if (node.kind !== "scalar") return undefined;
  if (node.value === null) return "";
  return typeof node.value === "object" ? node.value.yaml : String(node.value);
}

function walk(tree: YamlTree | undefined, steps: readonly string[], path: string): ValuePlace[] {
  if (steps.length === 0) return [{ path, ...(tree === undefined ? {} : { node: tree }) }];
  const node = tree === undefined ? undefined : resolved(tree);
  if (steps[0] === "$[]") {
    if (node?.kind !== "seq") return [missing(path, steps)];
    return node.items.flatMap((item, at) => walk(item, steps.slice(1), `${path}[${at}]`));
  }
  if (node?.kind === "map") {
    for (let taken = 1; taken <= steps.length; taken++) {
      const key = steps.slice(0, taken).join(".");
      for (const entry of node.entries.values()) {
        if (entry.key === key) return walk(entry.node, steps.slice(taken), join(path, key));
      }
    }
  }
  return [missing(path, steps)];
}

function missing(path: string, steps: readonly string[]): ValuePlace {
  return { path: steps.reduce((so, step) => (step === "$[]" ? `${so}[]` : join(so, step)), path) };
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
