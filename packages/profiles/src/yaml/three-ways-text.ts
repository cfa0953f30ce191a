import { isMap, visit, type YAMLMap } from "yaml";
import { type ParsedYaml, parseYaml } from "./parse";
import { presetLines } from "./presets";
import { meaningOf, type YamlReading } from "./read";
import { newRewriting, rewriteNode } from "./rewrite-node";
import { normalizeText } from "./text";
import { resolved, type YamlMap, type YamlTree } from "./tree";
import type { MapNodes } from "./tree-edits";

/** One of the texts of a merge, read once. */
export interface SideText {
  text: string;
  /** The text that was parsed. */
  normal: string;
  parsed: ParsedYaml;
  meaning: YamlReading;
  /** Its keys; undefined where it is not one map that can be merged key by key. Nothing at all is a map without keys. */
  root?: YamlMap;
}

/** More than this no text unfolds to that a person wrote. */
const MOST_NODES = 200_000;
const NO_KEYS: YamlMap = { kind: "map", digest: "", entries: new Map() };

export function readSide(text: string): SideText {
  const normal = normalizeText(text);
  const parsed = parseYaml(normal);
  const root = parsed.errors.length > 0 || /^%/m.test(normal) ? undefined : rootOf(parsed.documents);
  return { text, normal, parsed, meaning: meaningOf(normal, parsed), ...(root && { root }) };
}

/** Whether two texts mean the same, as `sameYaml` tells it. */
export function sameSide(a: SideText, b: SideText): boolean {
  if (a === b || a.normal === b.normal) return true;
  if (a.meaning.digest !== b.meaning.digest) return false;
  if (a.meaning.digest === undefined) return a.text.trim() === b.text.trim();
  return a.meaning.presets.join() === b.meaning.presets.join();
}

/** The lines of Palette's presets comment. */
export function presetLinesOf({ normal, parsed, meaning }: SideText): string[] {
  if (meaning.presets.length === 0) return [];
  return presetLines(normal, parsed.isContent).map(({ line }) => line.trim());
}

/** The nodes of a side's map, without aliases; undefined where it has no keys. */
export function nodesOf({ normal, parsed, root }: SideText): MapNodes | undefined {
  const node = parsed.composed[0]?.contents;
  if (root === undefined || !isMap(node)) return undefined;
  return { tree: root, node: hasAlias(node, normal) ? (rewriteNode(node, newRewriting()) as YAMLMap) : node };
}

function hasAlias(node: YAMLMap, text: string): boolean {
  let found = false;
  const stop = () => {
    found = true;
    return visit.BREAK;
  };
  if (/(^|[\s[{,])\*\S/m.test(text)) visit(node, { Alias: stop });
  return found;
}

function rootOf(documents: YamlTree[]): YamlMap | undefined {
  if (documents.length === 0) return NO_KEYS;
  const root = documents.length === 1 ? resolved(documents[0]!) : undefined;
  return root?.kind === "map" && isPlain(root) ? root : undefined;
}

/** No map has a tag or takes in another one (`<<`), and the aliases unfold to no more than a text may hold. */
function isPlain(root: YamlMap): boolean {
  const unfolded = new Map<YamlTree, number>();
  const size = (tree: YamlTree): number => {
    if (tree.kind === "scalar") return 1;
    if (tree.kind === "alias") {
      const known = unfolded.get(tree.target) ?? size(tree.target);
      unfolded.set(tree.target, known);
      return known;
    }
    let total = 1;
    if (tree.kind === "seq") for (const item of tree.items) total += size(item);
    else if (tree.tag !== undefined) return Infinity;
    else for (const { key, node } of tree.entries.values()) total += key === "<<" ? Infinity : size(node);
    return total;
  };
  return size(root) <= MOST_NODES;
}
