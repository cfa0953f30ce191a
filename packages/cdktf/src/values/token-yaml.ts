import { Fn } from "cdktf";
import { fragments, isToken } from "./terraform-text";

/**
 * The YAML of a token, or of a text with tokens in it. JSON is YAML, so Terraform's `jsonencode` writes what a token stands
 * for. Text around tokens is quoted here, since CDKTF does not escape it within functions.
 */
export function tokenYaml(value: unknown): string {
  if (typeof value !== "string" || isOneToken(value)) return Fn.jsonencode(value);
  const inner = fragments(value).map((fragment) =>
    isToken(fragment) ? quotedToken(fragment) : JSON.stringify(fragment).slice(1, -1),
  );
  return `"${inner.join("")}"`;
}

/** What a token stands for, as it is written between double quotes. */
export function quotedToken(token: string): string {
  return Fn.replace(Fn.jsonencode(token), Fn.rawString('/^"|"$/'), "");
}

function isOneToken(text: string): boolean {
  const parts = fragments(text);
  return parts.length === 1 && isToken(parts[0]!);
}
