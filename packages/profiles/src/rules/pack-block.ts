import { createHash } from "node:crypto";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { BoundedCache } from "../bounded-cache";
import { hideTemplates, showTemplates } from "../yaml/templates";

/** A scalar below `pack:` in a layer's values. */
export interface PackSetting {
  /** Keys, and places in lists, from `pack` on: `["additionalNamespaces", "0"]`. */
  path: string[];
  text: string;
  line: number;
  column: number;
}

/** The part of a layer's values that Palette itself reads. */
export interface PackBlock {
  source: string;
  /** How many lines come before `source`. */
  linesBefore: number;
}

const BLOCK = /^pack:[^\S\n]*(?:#.*)?\r?\n(?:(?:[^\S\n]+.*|#.*)?\r?\n)*(?:[^\S\n]+.*)?/gm;

/**
 * The `pack:` block alone where it is written as a block, since the rest of the values may be a hundred times as long;
 * otherwise all of the values, where they have such a key at all.
 */
export function packBlock(values: string): PackBlock | undefined {
  if (!values.includes("pack")) return undefined;
  const [block, ...more] = values.matchAll(BLOCK);
  if (block && more.length === 0 && !/(^|\s)[&*]\w/m.test(block[0])) {
    return { source: block[0], linesBefore: values.slice(0, block.index).split("\n").length - 1 };
  }
  const somewhere = /^["']?pack["']?\s*:/m.test(values) || values.trimStart().startsWith("{");
  return somewhere ? { source: values, linesBefore: 0 } : undefined;
}

const settings = new BoundedCache<string, PackSetting[]>(1024);

/** All scalars of a block; none where it does not parse. */
export function packSettings({ source, linesBefore }: PackBlock): PackSetting[] {
  const key = createHash("sha1").update(source).digest("base64");
  const found = settings.get(key, () => {
    try {
      return parse(source);
    } catch (error) {
      // The parser and the walk recurse. A text nested too deeply is told where YAML is checked.
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
  return found.map((setting) => ({ ...setting, line: setting.line + linesBefore }));
}

/** Bounds what aliases may unfold to. */
const MOST_NODES = 20_000;

function parse(source: string): PackSetting[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(hideTemplates(source), { schema: "failsafe", lineCounter, prettyErrors: false });
  const root = document.contents;
  // Errors are told where YAML is checked; that there is more than one document is none.
  if (!isMap(root) || document.errors.some(({ code }) => code !== "MULTIPLE_DOCS")) return [];
  const found: PackSetting[] = [];
  let nodes = 0;
  const walk = (node: unknown, path: string[]): void => {
    if (++nodes > MOST_NODES) return;
    const target = isAlias(node) ? node.resolve(document) : node;
    if (isMap(target)) {
      for (const pair of target.items) walk(pair.value, [...path, isScalar(pair.key) ? String(pair.key.value) : ""]);
    } else if (isSeq(target)) {
      for (const [index, item] of target.items.entries()) walk(item, [...path, String(index)]);
    } else if (isScalar(target) && target.value !== null) {
      const at = (isAlias(node) ? node : target).range?.[0] ?? 0;
      const { line, col } = lineCounter.linePos(at);
      found.push({ path, text: showTemplates(String(target.value)), line, column: col });
    }
  };
  walk(root.get("pack", true), []);
  return found;
}
