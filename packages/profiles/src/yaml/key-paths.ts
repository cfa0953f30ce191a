import { parseYaml } from "./parse";
import { keyPath } from "./path";
import { normalizeText } from "./text";
import { resolved, type YamlTree } from "./tree";

/** The paths of all keys of a text, in its order; what lies inside lists has none. At most some ten thousand. */
export function keyPaths(text: string): string[] {
  const paths: string[] = [];
  const walk = (tree: YamlTree, at: string): void => {
    const node = resolved(tree);
    if (node.kind !== "map") return;
    for (const { key, node: inner } of node.entries.values()) {
      if (paths.length >= 20_000) return;
      const path = keyPath(at, key);
      paths.push(path);
      walk(inner, path);
    }
  };
  for (const document of parseYaml(normalizeText(text)).documents) walk(document, "");
  return paths;
}
