import { placedYaml } from "@palette-profiles/profiles";
import { SEVERITIES, type Severity } from "../model";
import type { IgnoreEntry, ReviewConfig, RuleSetting } from "./config";
import { checkKeys, listOf, mapOf, ruleOf, severityOf, shown, type Tell, textsOf } from "./config-checks";
import { readIgnoreEntry } from "./read-ignore-entry";
import type { RiskRule } from "./risk-rule";
import { RISK_RULES } from "./rules";

/** What is wrong with a configuration, all of it. */
export class ReviewConfigError extends Error {
  override name = "ReviewConfigError";

  /** @param problems a line each, `palette-review.yaml:3:5: ...`. */
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const KEYS = ["rules", "ignore", "failOn", "mask", "show"];

/**
 * Reads `palette-review.yaml`, or the same as JSON. An empty text is the configuration in which nothing is set.
 * @throws ReviewConfigError that names all mistakes, each with file, line and column: unknown keys and rules with the nearest one that
 * there is, wrong values, and ignore entries without a reason or a day.
 */
export function readConfig(text: string, fileName: string, rules: readonly RiskRule[] = RISK_RULES): ReviewConfig {
  const { value, errors, placeOf } = placedYaml(text);
  const problems = errors.map(({ line, column, message }) => `${fileName}:${line}:${column}: ${message}`);
  if (problems.length > 0) throw new ReviewConfigError(problems);
  const at = (path: readonly (string | number)[]) => {
    const { line, column } = placeOf(path);
    return `${fileName}:${line}:${column}`;
  };
  const tell: Tell = (path, message) => {
    problems.push(`${at(path)}: ${path.length === 0 ? "" : `${path.join(".")}: `}${message}`);
  };
  const given = mapOf(value ?? {}, [], tell);
  checkKeys(given, KEYS, [], tell);
  const config: ReviewConfig = { rules: readRules(given.rules, rules, tell), ignore: [] };
  config.ignore = listOf(given.ignore, ["ignore"], tell).flatMap((entry, index): IgnoreEntry[] => {
    const path = ["ignore", index];
    const read = readIgnoreEntry(mapOf(entry, path, tell), path, rules, tell);
    return read === undefined ? [] : [{ ...read, place: at(path) }];
  });
  if (given.failOn !== undefined) config.failOn = severityOf(given.failOn, ["failOn"], tell);
  for (const key of ["mask", "show"] as const) {
    if (given[key] !== undefined) config[key] = textsOf(given[key], [key], tell);
  }
  if (problems.length > 0) throw new ReviewConfigError(problems);
  return config;
}

function readRules(value: unknown, rules: readonly RiskRule[], tell: Tell): ReviewConfig["rules"] {
  const given = mapOf(value ?? {}, ["rules"], tell);
  return Object.fromEntries(
    Object.entries(given).map(([id, setting]) => {
      const rule = ruleOf(id, ["rules", id], rules, tell);
      return [id, settingOf(setting, rule, ["rules", id], tell)];
    }),
  );
}

function settingOf(setting: unknown, rule: RiskRule | undefined, path: string[], tell: Tell): RuleSetting {
  if (setting === "off") return "off";
  if (setting === null || typeof setting !== "object" || Array.isArray(setting)) {
    if (SEVERITIES.includes(setting as Severity)) return setting as Severity;
    tell(path, `${shown(setting)} is neither off, high, medium, low nor options of the rule.`);
    return {};
  }
  const given = setting as Record<string, unknown>;
  if (rule === undefined) return {};
  checkKeys(given, ["severity", ...Object.keys(rule.options ?? {})], path, tell);
  if (given.severity !== undefined) severityOf(given.severity, [...path, "severity"], tell);
  for (const [name, option] of Object.entries(rule.options ?? {})) {
    if (given[name] === undefined) continue;
    if (Array.isArray(option.default)) textsOf(given[name], [...path, name], tell);
    else if (typeof given[name] !== typeof option.default) {
      tell([...path, name], `${shown(given[name])} is no ${typeof option.default}.`);
    }
  }
  return given as RuleSetting;
}
