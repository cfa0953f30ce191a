import { type ResourceInput, type Risk, SEVERITIES } from "../model";
import type { RiskContext, RiskFinding, RiskRule } from "./risk-rule";

/** What the rules find in one profile. One that the plan leaves as it is has no risks. */
export function findRisks(
  input: ResourceInput,
  profile: string,
  context: RiskContext,
  rules: readonly RiskRule[],
): Risk[] {
  if (input.impact === "no-op") return [];
  return rules.flatMap((rule) => rule.find(context).map((finding) => riskOf(rule, finding, input, profile)));
}

function riskOf(rule: RiskRule, finding: RiskFinding, { stack, address }: ResourceInput, profile: string): Risk {
  const { severity = rule.severity, message, ...place } = finding;
  return {
    rule: rule.id,
    severity,
    ...(stack === undefined ? {} : { stack }),
    address,
    profile,
    ...place,
    message,
    why: rule.why,
    fix: rule.fix,
  };
}

/** The gravest first; else as the profiles stand in the review. */
export function byRisk(a: Risk, b: Risk): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
