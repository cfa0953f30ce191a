import { createHash } from "node:crypto";
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
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

const BLOCK = /^pack:[^\S\n]*(?:#.*)?\r?\n(?:(?:[^\S\n]+.*|#.*|\r)?\n)*(?:[^\S\n]+.*)?/gm;

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
  const found = settings.get(key, () => parse(source));
  return found.map((setting) => ({ ...setting, line: setting.line + linesBefore }));
}

function parse(source: string): PackSetting[] {
  const counter = new LineCounter();
  const document = parseDocument(hideTemplates(source), {
    schema: "failsafe",
    lineCounter: counter,
    prettyErrors: false,
  });
  // Errors are told where YAML is checked. More than one document is one of them here, and still leaves the first.
  const root = document.contents;
  if (!isMap(root)) return [];
  const found: PackSetting[] = [];
  const walk = (node: unknown, path: string[]): void => {
    const target = isAlias(node) ? node.resolve(document) : (node as Node | null | undefined);
    if (isMap(target)) {
      for (const pair of target.items) walk(pair.value, [...path, isScalar(pair.key) ? String(pair.key.value) : ""]);
    } else if (isSeq(target)) {
      target.items.forEach((item, index) => {
        walk(item, [...path, String(index)]);
      });
    } else if (isScalar(target) && target.value !== null) {
      const { line, col } = counter.linePos((node as Node).range?.[0] ?? 0);
      found.push({ path, text: showTemplates(String(target.value)), line, column: col });
    }
  };
  // An alias inside its own anchor would never end: such a text is told as wrong YAML.
  try {
    walk(root.get("pack", true), []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
  return found;
}
