import { randomUUID } from "node:crypto";
import { Fn, Token } from "cdktf";
import { Scalar, stringify } from "yaml";
import { fragments, isToken } from "./terraform-text";

/** Strings that YAML 1.1 and 1.2 read differently when they are not quoted, beyond those that the writer knows. */
const AMBIGUOUS = /^(?:[-+]?0o[0-7]+|<<)$/;
const PLACEHOLDER = `token-${randomUUID()}-`;
const PLACEHOLDERS = new RegExp(`${PLACEHOLDER}(\\d+)-`, "g");

/**
 * YAML of an object, read alike by YAML 1.1 and 1.2; a string is YAML already and stays as it is. A token within an
 * object becomes the YAML of what it turns out to be at apply, whatever its type and however it would need to be quoted.
 */
export function yamlText(value: string | object): string {
  if (typeof value === "string") return value;
  const tokens: string[] = [];
  const text = stringify(withoutTokens(value, tokens), {
    version: "1.1",
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return text.replace(PLACEHOLDERS, (_, index: string) => tokens[Number(index)]!);
}

/** YAML of an array: a document each. Of anything else, one document. */
export function yamlDocuments(value: string | object): string {
  return Array.isArray(value) && !Token.isUnresolved(value) ? value.map(yamlText).join("---\n") : yamlText(value);
}

/** Puts placeholders, which need no quotes, where tokens are, and their YAML into `tokens`. */
function withoutTokens(value: unknown, tokens: string[]): unknown {
  if (Token.isUnresolved(value)) return `${PLACEHOLDER}${tokens.push(tokenYaml(value)) - 1}-`;
  if (Array.isArray(value)) return value.map((item) => withoutTokens(item, tokens));
  if (typeof value === "string" && AMBIGUOUS.test(value)) return quoted(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [withoutTokens(key, tokens), withoutTokens(item, tokens)]),
  );
}

function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = "QUOTE_DOUBLE";
  return scalar;
}

/** JSON is YAML, so Terraform's `jsonencode` writes what a token stands for. Text around tokens is quoted here, since CDKTF does not escape it within functions. */
function tokenYaml(value: unknown): string {
  if (typeof value !== "string" || isOneToken(value)) return Fn.jsonencode(value);
  const inner = fragments(value).map((fragment) =>
    isToken(fragment)
      ? Fn.replace(Fn.jsonencode(fragment), Fn.rawString('/^"|"$/'), "")
      : JSON.stringify(fragment).slice(1, -1),
  );
  return `"${inner.join("")}"`;
}

function isOneToken(text: string): boolean {
  const parts = fragments(text);
  return parts.length === 1 && isToken(parts[0]!);
}
