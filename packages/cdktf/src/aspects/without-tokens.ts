import { UNKNOWN } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { fragments, isToken } from "../values/terraform-text";

/** YAML, in which the rest can be judged where a token stands. */
const TEXTS = new Set(["values", "overrides", "content"]);
/** What policies take for a reference, whose value they do not know. */
const REFERENCE = "{{unknown}}";

/** What a program gives for a profile as policies read it: a reference where a token stands in YAML, else the unknown symbol. */
export function withoutTokens(given: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, replaced(value, key)]));
}

function replaced(value: unknown, key?: string): unknown {
  if (typeof value === "string" && key !== undefined && TEXTS.has(key)) {
    return fragments(value)
      .map((fragment) => (isToken(fragment) ? REFERENCE : fragment))
      .join("");
  }
  if (Token.isUnresolved(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item) => replaced(item));
  return typeof value === "object" && value !== null ? withoutTokens(value) : value;
}
