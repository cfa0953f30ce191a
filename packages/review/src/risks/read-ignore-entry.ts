import type { IgnoreEntry } from "./config";
import { checkKeys, ruleOf, shown, type Tell } from "./config-checks";
import type { RiskRule } from "./risk-rule";

const PLACES = ["stack", "profile", "layer", "variable", "manifest", "path"] as const;
const KEYS = ["rule", ...PLACES, "reason", "expires"] as const;

/** Reads an entry; undefined where it is not complete, which is told. */
export function readIgnoreEntry(
  given: Record<string, unknown>,
  path: (string | number)[],
  rules: readonly RiskRule[],
  tell: Tell,
): Omit<IgnoreEntry, "place"> | undefined {
  checkKeys(given, KEYS, path, tell);
  let complete = true;
  const text = (key: (typeof KEYS)[number], need?: string): string | undefined => {
    const value = given[key];
    if (value === undefined && need === undefined) return undefined;
    if (typeof value === "string" && value.trim() !== "") return value;
    tell([...path, key], value === undefined ? `An entry needs ${need}.` : `${shown(value)} is no text.`);
    complete = false;
    return undefined;
  };
  const rule = text("rule", "the id of the rule that it is about");
  const reason = text("reason", "a reason, for those who find it later");
  const expires = text("expires", "the last day on which it holds, such as 2026-12-31");
  const places = Object.fromEntries(PLACES.flatMap((key) => (given[key] === undefined ? [] : [[key, text(key)]])));
  if (rule !== undefined && ruleOf(rule, [...path, "rule"], rules, tell) === undefined) complete = false;
  if (expires !== undefined && !isDay(expires)) {
    tell([...path, "expires"], `${shown(expires)} is no day; one is written as 2026-12-31.`);
    complete = false;
  }
  return complete ? { rule: rule!, ...places, reason: reason!, expires: expires! } : undefined;
}

/** Whether a text is a day of the calendar, `2026-12-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
