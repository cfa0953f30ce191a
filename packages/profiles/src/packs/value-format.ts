import { re2Matches } from "../rules/re2";
import { isProfileVersion } from "../version";
import type { ValueRule } from "./knowledge";

/** One `${type:constraint}` of a format. */
interface FormatPart {
  type: string;
  range?: { from: number; to: number };
  options?: readonly string[];
  regex?: string;
}

/** A format: parts, and the texts between, before and after them; one more text than parts. */
interface Format {
  parts: FormatPart[];
  texts: string[];
}

const PART = /\$\{([a-z0-9]+)(?::(\/(?:[^/\\]|\\.)*\/|\[[^\]]*\]))?\}/g;
const SINGLE = /^([a-z0-9]+)(?::(\/.*\/|\[[^\]]*\]))?$/s;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const RANGE = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether a pack masks what stands under a rule. */
export function isPassword(rule: ValueRule): boolean {
  return rule.type === "password" || (rule.format ?? "").includes("password");
}

/** What a value must be, in words, where it is not; undefined where it is right. */
export function wrongFormat(rule: ValueRule, text: string): string | undefined {
  const { parts, texts } = formatOf(rule);
  if (parts.length === 1 && texts.every((each) => each === "")) return wrongPart(parts[0]!, text);
  const values = cut(text, texts);
  const whole = texts.map((each, at) => each + (parts[at] === undefined ? "" : `<${parts[at].type}>`)).join("");
  if (values === undefined) return `must look like "${whole}"`;
  for (const [at, part] of parts.entries()) {
    const wrong = wrongPart(part, values[at]!);
    if (wrong !== undefined) return `must look like "${whole}": its <${part.type}> "${values[at]}" ${wrong}`;
  }
  return undefined;
}

function formatOf(rule: ValueRule): Format {
  const format = rule.format ?? "";
  if (format.includes("${")) {
    const found = [...format.matchAll(PART)];
    const texts: string[] = [];
    let end = 0;
    for (const match of found) {
      texts.push(format.slice(end, match.index));
      end = match.index + match[0].length;
    }
    texts.push(format.slice(end));
    return { parts: found.map(([, type, constraint]) => partOf(type!, constraint)), texts };
  }
  const [, type, constraint] = SINGLE.exec(format) ?? [];
  const part = partOf(type ?? rule.type ?? "string", constraint);
  if (rule.regex) part.regex ??= rule.regex;
  if (rule.listOptions && rule.listOptions.length > 0) part.options ??= rule.listOptions;
  return { parts: [part], texts: ["", ""] };
}

function partOf(type: string, constraint = ""): FormatPart {
  if (constraint.startsWith("/")) return { type, regex: constraint.slice(1, -1) };
  const inner = constraint.slice(1, -1).trim();
  if (inner === "") return { type };
  if (type === "list") return { type, options: inner.split(",").map((option) => option.trim()) };
  const range = RANGE.exec(inner.replace(/\s/g, ""));
  return range === null ? { type } : { type, range: { from: Number(range[1]), to: Number(range[2]) } };
}

function wrongPart({ type, range, options, regex }: FormatPart, text: string): string | undefined {
  if (type === "number") {
    if (!NUMBER.test(text)) return "must be a number";
    if (range && (Number(text) < range.from || Number(text) > range.to))
      return `must be a number from ${range.from} to ${range.to}`;
  }
  if (type === "boolean" && text !== "true" && text !== "false") return "must be true or false";
  if (type === "ipv4" && !IPV4.test(text)) return "must be an IPv4 address, such as 10.0.0.1";
  if (type === "version" && !isProfileVersion(text.replace(/^v/, "")))
    return "must be a semantic version, such as 1.2.3";
  if (type === "list" && options !== undefined && !options.includes(text))
    return `must be one of ${options.join(", ")}`;
  // An expression that RE2 does not take is the pack's mistake, not the profile's.
  if (regex !== undefined && !re2Matches(regex, text)) return `must match ${regex}`;
  return undefined;
}

/** The pieces of a text between the fixed texts of a format. */
function cut(text: string, texts: readonly string[]): string[] | undefined {
  const first = texts[0]!;
  const last = texts.at(-1)!;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined;
  const pieces: string[] = [];
  let rest = text.slice(first.length, text.length - last.length);
  for (const between of texts.slice(1, -1)) {
    const at = rest.indexOf(between);
    if (at === -1) return undefined;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at + between.length);
  }
  return [...pieces, rest];
}
