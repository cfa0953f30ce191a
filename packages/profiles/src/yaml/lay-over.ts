import { type Document, isMap, type Pair, type ParsedNode, visit, type YAMLMap } from "yaml";
import { BoundedCache } from "../bounded-cache";
import { composeYaml } from "./compose";
import { MergeEdits } from "./merge-edits";
import { guarded, YamlMergeError } from "./merge-error";
import { nodeMeaning } from "./node-meaning";
import { parseYaml } from "./parse";
import { presetLines, presetsIn } from "./presets";
import { isNull, keyText, newRewriting, printMap, REMOVED, rewriteNode } from "./rewrite-node";
import { hideTemplates, showTemplates } from "./templates";
import { editText, lineStart, nextLine, type TextEdit } from "./text-edits";

export interface MergedYaml {
  text: string;
  /** Paths of overrides that match no key of the defaults. */
  unmatched: string[];
  /** Paths where the overrides say other than the defaults. */
  changed: string[];
}

/** A text whose documents are at hand already. */
export interface ComposedText {
  text: string;
  documents: Document.Parsed[];
}

/**
 * Lays overrides over a text: all of it stays to the letter where nothing is overridden.
 *
 * @param wanted without aliases; `REMOVED` takes a key away, null is a value
 * @param presets the lines of Palette's comment, none to take it away; undefined leaves it as it is
 * @throws {YamlMergeError} where the text does not parse or is not a map
 */
export function layOver(
  defaults: string,
  wanted: YAMLMap,
  presets: string[] | undefined,
  known?: ComposedText,
): MergedYaml {
  const [, mark, body] = /^(\uFEFF?)(.*)$/s.exec(defaults)!;
  const breaks = body!.includes("\r\n");
  const unix = breaks ? body!.replaceAll("\r\n", "\n") : body!;
  const merged = mergeText(unix, wanted, presets, known);
  if (merged.text === unix) return { ...merged, text: defaults };
  return { ...merged, text: `${mark}${breaks ? merged.text.replaceAll("\n", "\r\n") : merged.text}` };
}

function mergeText(
  defaults: string,
  wanted: YAMLMap,
  presets: string[] | undefined,
  known: ComposedText | undefined,
): MergedYaml {
  const whole = defaults === "" || defaults.endsWith("\n") ? defaults : `${defaults}\n`;
  const { text, document } = prepared(whole, wanted, known);
  const edits = new MergeEdits(text);
  const root = document?.contents;
  if (isMap(root) && root.items.length > 0) edits.root(root, wanted);
  else if (isMap(root)) edits.fill(root.range![0], nextLine(text, root.range![1]), wanted);
  else edits.fill(text.length, text.length, wanted);
  if (presets !== undefined) edits.edits.push(...presetEdits(text, presets, edits.changed));
  if (edits.edits.length === 0) return { text: defaults, unmatched: edits.unmatched, changed: edits.changed };
  return { text: editText(text, edits.edits.map(shownEdit)), unmatched: edits.unmatched, changed: edits.changed };
}

/** @throws {YamlMergeError} where the text does not parse */
export function composeSide(text: string, side: YamlMergeError["side"]): Document.Parsed[] {
  return guarded(side, () => {
    const documents = composeYaml(hideTemplates(text));
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error !== undefined) throw new Error(error.message.split("\n", 1)[0]);
    return documents;
  });
}

const composed = new BoundedCache<string, Document.Parsed[]>(16);
const REMEMBERED_LENGTH = 32_768;

/** The same defaults come up again, once for each environment of a program: no edit touches what was parsed. */
function composedDefaults(text: string): Document.Parsed[] {
  if (text.length > REMEMBERED_LENGTH) return composeSide(text, "defaults");
  return composed.get(text, () => composeSide(text, "defaults"));
}

/** The document that is meant, with every map that the overrides reach into as a block, and without aliases. */
function prepared(
  text: string,
  wanted: YAMLMap,
  known?: ComposedText,
  anew = false,
): { text: string; document?: Document.Parsed } {
  const document = mapDocument(known?.text === text ? known.documents : composedDefaults(text));
  const root = document?.contents;
  if (document === undefined || !isMap(root) || root.items.length === 0 || wanted.items.length === 0)
    return { text, ...(document && { document }) };
  if (!anew && (root.flow || cannotBeEdited(root, text))) {
    const edit = guarded("defaults", () => wholeAnew(text, root));
    return prepared(editText(text, [edit]), wanted, undefined, true);
  }
  const flows = touchedFlows(root, wanted);
  if (flows.length === 0) return { text, document };
  const blocks = new MergeEdits(text);
  for (const pair of flows) blocks.writeAsBlock(pair);
  return prepared(editText(text, blocks.edits.map(shownEdit)), wanted, undefined, true);
}

function wholeAnew(text: string, root: YAMLMap.Parsed): TextEdit {
  const copy = rewriteNode(root, newRewriting({ blocks: true })) as YAMLMap;
  const start = lineStart(text, root.range[0]);
  const end = nextLine(text, Math.max(start, root.range[1] - 1));
  copy.commentBefore = null;
  return shownEdit({ start, end, text: printMap(copy, { blockText: true }) });
}

/** What was hidden from the parser is written out again. */
function shownEdit(edit: TextEdit): TextEdit {
  return { ...edit, text: showTemplates(edit.text) };
}

function mapDocument(documents: Document.Parsed[]): Document.Parsed | undefined {
  const found = documents.find(({ contents }) => isMap(contents));
  if (found === undefined && documents.some(({ contents }) => !isNull(contents)))
    throw new YamlMergeError("defaults", "they are not a map of keys");
  return found;
}

/** Aliases mean what stands elsewhere, and a key behind `? ` has no line of its own. */
function cannotBeEdited(root: YAMLMap, text: string): boolean {
  if (!/(^|[\s[{,])(?:[&*]\S|\?\s)/m.test(text)) return false;
  let found = false;
  visit(root, {
    Alias: () => {
      found = true;
    },
    Node: (_, node) => {
      if (node.anchor !== undefined) found = true;
    },
    Pair: (_, { key }) => {
      const start = (key as ParsedNode | null)?.range?.[0] ?? 0;
      if (/\?\s+$/.test(text.slice(Math.max(0, start - 80), start))) found = true;
    },
  });
  return found;
}

/** The pairs whose map is written in one line, and that the overrides change. */
function touchedFlows(map: YAMLMap, wanted: YAMLMap): Pair[] {
  const overrides = new Map(wanted.items.map(({ key, value }) => [keyText(key), value]));
  return (map.items as Pair[]).flatMap((pair) => {
    const override = overrides.get(keyText(pair.key));
    if (!isMap(pair.value) || pair.value.items.length === 0 || !isMap(override)) return [];
    if (!pair.value.flow) return touchedFlows(pair.value, override);
    return holds(pair.value, override) ? [] : [pair];
  });
}

/** Whether the overrides say nothing new. */
function holds(map: YAMLMap, wanted: YAMLMap): boolean {
  const own = new Map(map.items.map(({ key, value }) => [keyText(key), value]));
  return wanted.items.every(({ key, value }) => {
    const name = keyText(key);
    if (value === REMOVED) return !own.has(name);
    const before = own.get(name);
    if (isMap(before) && isMap(value)) return holds(before, value);
    return own.has(name) && nodeMeaning(before) === nodeMeaning(value);
  });
}

function presetEdits(text: string, presets: string[], changed: string[]): TextEdit[] {
  const parsed = parseYaml(text);
  const old = presetLines(text, parsed.isContent);
  const wanted = presetsIn(`${presets.join("\n")}\n`, () => parsed);
  const names = old.map(({ line }) => line.trim()).join("\n");
  if (presetsIn(`${names}\n`, () => parsed).join() === wanted.join()) return [];
  changed.push("presets");
  const gone = old.map(({ start }) => ({ start, end: nextLine(text, start), text: "" }));
  const place = old[0]?.start ?? 0;
  return [{ start: place, end: place, text: presets.map((line) => `${line}\n`).join("") }, ...gone];
}
