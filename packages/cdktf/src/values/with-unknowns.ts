import { type DeepMaybeUnknown, UNKNOWN } from "@palette-profiles/profiles";
import { Token } from "cdktf";

/** The value with the unknown symbol wherever a token stands, at any depth, since a token is known only at apply. */
export function withUnknowns<T>(value: T): DeepMaybeUnknown<T> {
  return replaceTokens(value) as DeepMaybeUnknown<T>;
}

function replaceTokens(value: unknown): unknown {
  if (Token.isUnresolved(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(replaceTokens);
  if (typeof value !== "object" || value === null) return value;
  // A spread copies what is beside the fields, too: where their texts are from.
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) copy[key] = replaceTokens(copy[key]);
  return copy;
}
