import { plainKind } from "@palette-profiles/profiles";
import type { ReviewValue } from "../model";
import { printable } from "./printable";

/** Where a value stands: a leaf of YAML keeps text apart from numbers by quotes, an attribute needs none. */
export type ValueStyle = "leaf" | "attribute";

const LIMIT = 60;
const CONTEXT = 12;

/** A value on one line, shortened. */
export function renderValue(value: ReviewValue | undefined, style: ValueStyle, limit = LIMIT): string {
  return cut(fullValue(value, style), limit);
}

/** Two values on one line; where they are long, the part that differs. */
export function renderPair(before: ReviewValue | undefined, after: ReviewValue | undefined, style: ValueStyle): string {
  if (typeof before === "string" && typeof after === "string" && (before.includes("\n") || after.includes("\n"))) {
    return renderTextPair(before, after);
  }
  const [left, right] = [fullValue(before, style), fullValue(after, style)];
  if (left.length <= LIMIT && right.length <= LIMIT) return `${left} -> ${right}`;
  const start = Math.max(0, commonStart(left, right) - CONTEXT);
  const shown = [left, right].map((text) => cut(start > 3 ? `...${text.slice(start)}` : text, LIMIT));
  return `${shown[0]} -> ${shown[1]}`;
}

function renderTextPair(before: string, after: string): string {
  const [left, right] = [before, after].map((text) => lines(text.split("\n")));
  return left === right ? `text of ${left}` : `text of ${left} -> ${right}`;
}

function fullValue(value: ReviewValue | undefined, style: ValueStyle): string {
  if (value === undefined || value === null) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return style === "leaf" ? leafText(value) : attributeText(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => fullValue(item, style)).join(", ");
    return style === "leaf" ? `[${items}]` : items;
  }
  if ("masked" in value && value.masked === true) return "(masked)";
  if ("unknown" in value && value.unknown === true) return "(known after apply)";
  if ("yaml" in value && typeof value.yaml === "string" && Object.keys(value).length === 1)
    return printable(value.yaml);
  if ("lines" in value && typeof value.lines === "number") return `text of ${count(value.lines, "line")}`;
  const entries = Object.entries(value).map(
    ([key, inner]) => `${printable(key)}: ${fullValue(inner as ReviewValue, style)}`,
  );
  return `{${entries.join(", ")}}`;
}

/** Text that could be mistaken for something else is quoted. */
function leafText(text: string): string {
  if (text.includes("\n") && text.length > LIMIT) return `text of ${lines(text.split("\n"))}`;
  return plainKind(text) === "string" && /^[\w./][\w./:@%+ -]*$/.test(text) && !/: | $|\(/.test(text)
    ? text
    : printable(JSON.stringify(text));
}

function attributeText(text: string): string {
  return text === "" ? '""' : printable(text);
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 3)}...`;
}

function lines(list: string[]): string {
  return count(list.at(-1) === "" ? list.length - 1 : list.length, "line");
}

/** `1 line`, `2 lines`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
