import { knownText } from "../model/unknown";
import type { Reference } from "../references";
import { placesIn } from "../references-place";
import type { DeclaredVariables } from "./declared-variables";
import { packBlock, packSettings } from "./pack-block";
import { error, type Problem, warning } from "./problem";
import type { ProfileText } from "./texts";

const NESTED = /\{\{[^{}\n]*\.spectro\.[^{}\n]*(\{\{[^{}\n]*(?:\}\})?)/g;

/** V16: no reference inside another. Palette replaces each once, and looks at the outcome no more. */
export function nestingProblems({ text, path, what, plural }: ProfileText): Problem[] {
  if (!/\.spectro\.[^{}\n]*\{\{/.test(text)) return [];
  return [...text.matchAll(NESTED)].flatMap((match) => {
    if (placesIn(text, [match.index])[0] === "comment") return [];
    const before = text.slice(0, match.index + match[0].length - match[1]!.length);
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    const message = `${what} ${plural ? "hold" : "holds"} the reference ${match[1]} inside another one (line ${line}, column ${column}): Palette replaces no reference inside a reference; put them side by side, or take one value for both`;
    return [error("NestedReference", path, message, { line, column })];
  });
}

/** V16: `pack.content` names what Palette mirrors before it knows any variable. */
export function contentProblems({ text, path, what, kind }: ProfileText, found: readonly Reference[]): Problem[] {
  if (kind === "manifest" || !text.includes("content") || !found.some(isVariable)) return [];
  const block = packBlock(text);
  if (!block?.source.includes(".spectro.var.")) return [];
  const inContent = packSettings(block).filter(
    (setting) => setting.path[0] === "content" && setting.text.includes(".spectro.var."),
  );
  const told = new Set<Reference>();
  return inContent.flatMap((setting) => {
    const reference = found.find(
      (one) => isVariable(one) && !told.has(one) && one.line >= setting.line && setting.text.includes(one.text),
    );
    if (!reference) return [];
    told.add(reference);
    const { name, line, column } = reference;
    const message = `${what} refer to the variable "${name}" in pack.content (line ${line}, column ${column}), where Palette takes no variables; write the value itself`;
    return [error("ReferenceInContent", path, message, { line, column })];
  });
}

/** Whole values alone: in a longer text the reader sees a text whatever the variable holds. */
const VALUE_START = /^[ \t]*(?:-[ \t]+)*(?:[^\s#][^\n]*:[ \t]+)?$/;
/** Without a function, which may quote. */
const ALONE = /^\{\{-?\s*\.spectro\.var\.[\w-]+\s*-?\}\}$/;
/** Of these formats a value may read as another type once it stands without quotes: `1.20`, `yes`, `0123`. */
const TEXT_FORMATS = ["string", "version", "base64"];

/**
 * V16: Palette's docs want references in quotes. A number or a boolean has to go without where the chart wants one, and a
 * pipe may quote; so that it is a warning, and only where quotes keep a text a text.
 */
export function quoteProblems(
  { text, path, what, plural }: ProfileText,
  found: readonly Reference[],
  { byName }: DeclaredVariables,
): Problem[] {
  const candidates = found.filter(
    (one) => isVariable(one) && one.place === "plain" && isTextVariable(one.name, byName) && ALONE.test(one.text),
  );
  if (candidates.length === 0) return [];
  const lines = text.split("\n");
  const told = new Set<string>();
  return candidates.flatMap(({ name, line, column, text: template }) => {
    const whole = lines[line - 1]!;
    const start = whole.lastIndexOf(template, column - 1);
    const after = whole.slice(start + template.length);
    if (told.has(name) || !VALUE_START.test(whole.slice(0, start)) || !/^\s*(?:#.*)?$/.test(after)) return [];
    told.add(name);
    const message = `${what} ${plural ? "use" : "uses"} the variable "${name}" without quotes (line ${line}, column ${column}): a value such as 1.20 or yes would not stay text; write '{{.spectro.var.${name}}}'`;
    return [warning("UnquotedReference", path, message, { line, column })];
  });
}

function isTextVariable(name: string, byName: DeclaredVariables["byName"]): boolean {
  const declared = byName.get(name);
  if (!declared) return false;
  const { format } = declared.variable;
  if (format === undefined || format === null) return true;
  return TEXT_FORMATS.includes(knownText(format) ?? "");
}

function isVariable({ kind, place }: Reference): boolean {
  return kind === "var" && place !== "comment";
}
