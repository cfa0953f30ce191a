import { contextOf } from "./example";
import type { ExampleProfile, RiskExample, RiskFinding, RiskRule, RuleOptions } from "./risk-rule";
import { setRiskRules } from "./set-rules";

/** What a rule finds, with its own options unless others are given. */
export function findings(rule: RiskRule, example: RiskExample, options: RuleOptions = {}): RiskFinding[] {
  return setRiskRules([rule], { [rule.id]: options }).flatMap((set) => rule.find(contextOf(example), set.options));
}

/** The same where only layers change: the messages. */
export function messages(
  rule: RiskRule,
  before: ExampleProfile["packs"],
  after: ExampleProfile["packs"],
  more: Omit<RiskExample, "before" | "after"> & { profile?: ExampleProfile } = {},
): string[] {
  const { profile, ...rest } = more;
  const side = (packs: ExampleProfile["packs"]) => ({ ...profile, packs: packs ?? [] });
  return findings(rule, { ...rest, before: side(before), after: side(after) }).map(({ message }) => message);
}
