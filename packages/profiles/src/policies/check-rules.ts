import type { Facts, ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import type { SetRule } from "./policy-options";
import type { Level } from "./rules";

/** A finding of a rule that is set to a level. */
export interface SetFinding extends Finding {
  level: Exclude<Level, "disabled">;
}

/** What rules find in a profile, in their order. @param set as `setRules` gives them */
export function checkRules(profile: ProfileProperties, facts: Facts, set: readonly SetRule[]): SetFinding[] {
  return set.flatMap(({ rule, level, options }) => {
    if (level === "disabled" || !rule.kinds.includes(facts.kind)) return [];
    return rule.check(profile, options, facts).map((finding) => ({ ...finding, level }));
  });
}
