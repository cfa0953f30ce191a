import { randomUUID } from "node:crypto";
import { yamlText as plainYamlText } from "@palette-profiles/profiles";
import { Fn, Token } from "cdktf";
import { fragments, isToken } from "./terraform-text";

const PLACEHOLDER = `token-${randomUUID()}-`;
const PLACEHOLDERS = new RegExp(`${PLACEHOLDER}(\\d+)-`, "g");

/**
 * YAML of an object, read alike by YAML 1.1 and 1.2; a string is YAML already and stays as it is. A token within an
 * object becomes the YAML of what it turns out to be at apply, whatever its type and however it would need to be quoted.
 */
export function yamlText(value: string | object): string {
  if (typeof value === "string") return value;
  const tokens: string[] = [];
  const text = plainYamlText(withoutTokens(value, tokens));
  return text.replace(PLACEHOLDERS, (_, index: string) => tokens[Number(index)]!);
}

/** YAML of an array: a document each. Of anything else, one document. */
export function yamlDocuments(value: string | object): string {
  return Array.isArray(value) && !Token.isUnresolved(value) ? value.map(yamlText).join("---\n") : yamlText(value);
}

/** Puts placeholders, which need no quotes, where tokens are, and their YAML into `tokens`. */
function withoutTokens<T>(value: T, tokens: string[]): T {
  return replaced(value, (token) => `${PLACEHOLDER}${tokens.push(tokenYaml(token)) - 1}-`) as T;
}

function replaced(value: unknown, placeholder: (token: unknown) => string): unknown {
  if (Token.isUnresolved(value)) return placeholder(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, placeholder));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(replaced(key, placeholder)), replaced(item, placeholder)]),
  );
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
