import { createHash } from "node:crypto";
import { FAILSAFE_SCHEMA, loadAll } from "js-yaml";
import { BoundedCache } from "../bounded-cache";
import { isSecretName } from "../secret-names";
import { parseYaml } from "./parse";
import { isPlainYaml } from "./plain-yaml";
import { hideTemplates } from "./templates";

/** A syntax error. Line and column count from 1 within the text; the excerpt is the line, shortened, or empty where that may hold a secret. */
export interface YamlError {
  line: number;
  column: number;
  message: string;
  excerpt: string;
}

const EXCERPT_LENGTH = 120;

/**
 * All syntax errors of a text, in the order of the text; empty when it parses. Duplicate keys, tabs as indentation and
 * aliases without an anchor are errors. An unquoted `{{.spectro.var.x}}` as a value is not.
 */
export function yamlErrors(text: string): YamlError[] {
  if (parsesFast(text)) return [];
  return parseYaml(text)
    .errors.sort((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => {
      const at = Math.min(offset, text.length);
      const start = text.lastIndexOf("\n", at - 1) + 1;
      const place = { line: countLines(text, start), column: at - start + 1 };
      const end = text.indexOf("\n", start);
      const line = text.slice(start, end === -1 ? undefined : end).trim();
      if (mayHoldSecret(line, text)) return { ...place, message: withoutText(message), excerpt: "" };
      return { ...place, message, excerpt: shortened(line) };
    });
}

/** An anchor or an alias, on a line that is no comment; times of cron jobs are none. */
const ANCHOR = /^(?![^\S\n]*#)(?:.*[\s[{,])?[&*][^\s&*/,[\]{}"']/m;

const parsed = new BoundedCache<string, { well: boolean }>(4096);

/**
 * Whether a text certainly parses, and holds no alias. Most texts are right, and plain, or js-yaml says so in a third of
 * the time. What it refuses, or what has aliases (it does not guard against those that grow without bound), is for the
 * parser that explains.
 */
export function parsesFast(text: string): boolean {
  const key = createHash("sha1").update(text).digest("base64");
  return parsed.get(key, () => {
    if (isPlainYaml(text)) return { well: true };
    if (ANCHOR.test(text)) return { well: false };
    try {
      loadAll(hideTemplates(text), { schema: FAILSAFE_SCHEMA });
      return { well: true };
    } catch {
      return { well: false };
    }
  }).well;
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i !== -1 && i < end; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

/** What a message of a syntax error says, without what it repeats of the text: the parser puts that behind a colon. */
export function withoutText(message: string): string {
  return message.split(":", 1)[0]!.replace(/ \*\S+/, "");
}

function shortened(line: string): string {
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 3)}...` : line;
}

const KEYS = /([\w./-]+)["']?\s*:/g;
const SECRET_OBJECT = /^\s*["']?kind["']?\s*:\s*["']?Secret\b/m;

/** A text that does not parse has no paths, so a line goes by the names on it, and all of a Kubernetes Secret is one. */
function mayHoldSecret(line: string, text: string): boolean {
  return [...line.matchAll(KEYS)].some(([, key]) => isSecretName(key!)) || SECRET_OBJECT.test(text);
}
