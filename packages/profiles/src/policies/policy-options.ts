import { nearest } from "../nearest";
import { type Level, type OptionsOf, type Rule, type RuleCode, rules } from "./rules";

/**
 * How rules are set, in the shape of Pulumi's own policy configuration: a level, or options with an `enforcementLevel`
 * among them. `all` is the level of the rules that have none of their own here. Default: each rule's own level and options.
 */
export type PolicyOptions = { all?: Level } & {
  [Code in RuleCode]?: Level | ({ enforcementLevel?: Level } & Partial<OptionsOf<Code>>);
};

/** A rule as it is set. */
export interface SetRule {
  code: RuleCode;
  rule: Rule<object>;
  level: Level;
  options: object;
}

/** All rules as they are set. @throws where a name is no rule's. */
export function setRules(options: PolicyOptions): SetRule[] {
  for (const name of Object.keys(options)) {
    if (name === "all" || Object.hasOwn(rules, name)) continue;
    const meant = nearest(name, Object.keys(rules));
    throw new Error(`There is no rule "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`);
  }
  return (Object.keys(rules) as RuleCode[]).map((code) => {
    const rule: Rule<object> = rules[code];
    const given = options[code];
    const { enforcementLevel, ...own } = typeof given === "object" ? given : { enforcementLevel: given };
    return { code, rule, level: enforcementLevel ?? options.all ?? rule.level, options: { ...rule.options, ...own } };
  });
}
