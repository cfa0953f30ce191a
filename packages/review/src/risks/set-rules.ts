import type { Severity } from "../model";
import type { RuleSetting } from "./config";
import type { RiskRule, RuleOptions } from "./risk-rule";

/** A rule as it is set. */
export interface SetRiskRule {
  rule: RiskRule;
  /** The severity of all its findings, where one is set. */
  severity?: Severity;
  options: RuleOptions;
}

/** The rules that are on, with their options. */
export function setRiskRules(
  rules: readonly RiskRule[],
  settings: Readonly<Record<string, RuleSetting>> = {},
): SetRiskRule[] {
  return rules.flatMap((rule) => {
    const setting = settings[rule.id] ?? {};
    if (setting === "off") return [];
    const { severity, ...given } = typeof setting === "string" ? { severity: setting } : setting;
    const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]);
    const options = { ...Object.fromEntries(defaults), ...given } as RuleOptions;
    return [{ rule, ...(severity === undefined ? {} : { severity }), options }];
  });
}
