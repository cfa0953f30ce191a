import { createHash } from "node:crypto";
import { FAILSAFE_SCHEMA, loadAll } from "js-yaml";
import { BoundedCache } from "../bounded-cache";
import { parseYaml } from "./parse";
import { hideTemplates } from "./templates";

/** A syntax error. Line and column count from 1 within the text; the excerpt is the line, shortened. */
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
      return { line: countLines(text, start), column: at - start + 1, message, excerpt: excerptAt(text, start) };
    });
}

const parsed = new BoundedCache<string, { well: boolean }>(4096);

/**
 * Most texts are right, and js-yaml says so in a third of the time. What it refuses, or what has aliases (it does not
 * guard against those that grow without bound), is for the parser that explains.
 */
function parsesFast(text: string): boolean {
  const key = createHash("sha1").update(text).digest("base64");
  return parsed.get(key, () => {
    if (/(^|[\s[{,])[&*]\w/m.test(text)) return { well: false };
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

function excerptAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? undefined : end).trim();
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 3)}...` : line;
}
