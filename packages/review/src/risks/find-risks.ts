import { type ResourceInput, type Risk, SEVERITIES } from "../model";
import { layerPairs } from "./layer-pairs";
import type { RiskContext, RiskFinding, RiskRule } from "./risk-rule";
import type { SetRiskRule } from "./set-rules";

/** What the rules find in one profile. One that the plan leaves as it is has no risks. */
export function findRisks(
  input: ResourceInput,
  profile: string,
  context: Omit<RiskContext, "layers">,
  rules: readonly SetRiskRule[],
): Risk[] {
  if (input.impact === "no-op") return [];
  const layers = layerPairs(context.kind, context.before, context.after, context.changes);
  return rules.flatMap(({ rule, severity, options }) =>
    rule
      .find({ ...context, layers }, options)
      .map((finding) => riskOf(rule, severity === undefined ? finding : { ...finding, severity }, input, profile)),
  );
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
