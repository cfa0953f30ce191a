import { parseYaml } from "./parse";
import { normalizeText } from "./text";
import { resolved, type YamlScalar, type YamlTree } from "./tree";

/** A key that nobody takes for the beginning of a sentence. */
const KEY = /^[\w./@-]+$/;

/** What two texts hold, where both are YAML or JSON of maps and lists, as files in a ConfigMap are; undefined of any other. */
export function embeddedTrees(before: YamlScalar, after: YamlScalar): [YamlTree[], YamlTree[]] | undefined {
  const left = treesIn(before);
  const right = left && treesIn(after);
  return right && [left, right];
}

function treesIn({ value, tag }: YamlScalar): YamlTree[] | undefined {
  if (typeof value !== "string" || tag !== undefined || !mayHoldTrees(value)) return undefined;
  const { documents, errors } = parseYaml(normalizeText(value));
  return errors.length === 0 && documents.length > 0 && documents.every(isData) ? documents : undefined;
}

/** Several lines that are no script, or one line of JSON. */
function mayHoldTrees(text: string): boolean {
  const start = text.trimStart();
  if (start.startsWith("{") || start.startsWith("[")) return true;
  return /\S\n/.test(text) && !start.startsWith("#!") && /^\s*(?:-|["']?[\w./@-]+["']?:)(?:\s|$)/m.test(start);
}

function isData(tree: YamlTree): boolean {
  const node = resolved(tree);
  if (node.kind === "map") return node.entries.size > 0 && [...node.entries.values()].every(({ key }) => KEY.test(key));
  return node.kind === "seq" && node.items.length > 0;
}
