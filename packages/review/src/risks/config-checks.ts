import { nearest } from "@palette-profiles/profiles";
import { SEVERITIES, type Severity } from "../model";
import type { RiskRule } from "./risk-rule";

/** Tells what is wrong at a path of the configuration. */
export type Tell = (path: readonly (string | number)[], message: string) => void;

/** The rule of an id; tells the nearest where there is none. */
export function ruleOf(
  id: string,
  path: readonly (string | number)[],
  rules: readonly RiskRule[],
  tell: Tell,
): RiskRule | undefined {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined)
    tell(
      path,
      `There is no rule ${shown(id)}.${didYouMean(
        id,
        rules.map((each) => each.id),
      )}`,
    );
  return rule;
}

/** Tells the keys that are none. */
export function checkKeys(
  given: object,
  known: readonly string[],
  path: readonly (string | number)[],
  tell: Tell,
): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    tell([...path, key], `There is no such key.${didYouMean(key, known) || ` There are: ${known.join(", ")}.`}`);
  }
}

/** ` Did you mean "kubernetes-minor-skip"?`, or nothing where no name is near. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const [name] = nearest(wrong, known, 1);
  return name === undefined ? "" : ` Did you mean "${name}"?`;
}

export function severityOf(value: unknown, path: readonly string[], tell: Tell): Severity {
  if (!SEVERITIES.includes(value as Severity)) tell(path, `${shown(value)} is none of ${SEVERITIES.join(", ")}.`);
  return value as Severity;
}

export function mapOf(value: unknown, path: readonly (string | number)[], tell: Tell): Record<string, unknown> {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  tell(path, `${shown(value)} is no map.`);
  return {};
}

export function listOf(value: unknown, path: readonly string[], tell: Tell): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (value !== undefined && value !== null) tell(path, `${shown(value)} is no list.`);
  return [];
}

export function textsOf(value: unknown, path: readonly string[], tell: Tell): string[] {
  const list = listOf(value ?? "null", path, tell);
  list.forEach((item, index) => {
    if (typeof item !== "string" || item === "") tell([...path, index], `${shown(item)} is no text.`);
  });
  return list as string[];
}

/** A wrong value as messages show it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
