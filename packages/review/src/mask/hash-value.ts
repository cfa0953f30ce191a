import { createHmac } from "node:crypto";
import { isPlaceholder } from "../placeholder";

/** What tells two masked values apart: six hex digits; undefined where the review has no salt, or an engine hides the value. */
export type HashValue = (value: unknown) => string | undefined;

const DIGITS = 6;

/**
 * Hashes values under a salt that is nowhere in the output: without it nobody can try out what a short password hashes to. Equal values
 * have equal hashes, maps in whichever order of keys; another salt gives others.
 */
export function hashUnder(salt: string | undefined): HashValue {
  if (salt === undefined) return () => undefined;
  const known = new Map<string, string>();
  return (value) => {
    if (isPlaceholder(value)) return undefined;
    const text = (typeof value === "object" ? JSON.stringify(value, sorted) : JSON.stringify(value)) ?? "";
    const before = known.get(text);
    if (before !== undefined) return before;
    const hash = createHmac("sha256", salt).update(text).digest("hex").slice(0, DIGITS);
    known.set(text, hash);
    return hash;
  };
}

function sorted(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
