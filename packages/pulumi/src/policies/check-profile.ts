import type { Facts, ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { kindOf } from "./kind-of";
import { plainProperties } from "./plain-properties";
import { type PolicyOptions, setRules } from "./policy-options";
import type { Level } from "./rules";

/** A resource, as Pulumi's mocks, policies and states give one. */
export interface CheckedResource extends Omit<Facts, "kind"> {
  /** Its type's token, in either mode: `palette:index:ClusterProfile`. */
  type: string;
  /** Its inputs. Secrets and unknown values may stand in Pulumi's envelopes. */
  properties: ProfileProperties;
}

/**
 * What all rules find in a resource, in their order; nothing where it is no profile of Palette.
 * @param options how the rules are set. Default: each rule's own level and options.
 * @throws where an option names no rule.
 */
export function checkProfile(
  { type, properties, ...facts }: CheckedResource,
  options: PolicyOptions = {},
): (Finding & { level: Exclude<Level, "disabled"> })[] {
  const set = setRules(options);
  const kind = kindOf(type);
  if (kind === undefined) return [];
  const profile = plainProperties(properties);
  return set.flatMap(({ rule, level, options: own }) => {
    if (level === "disabled" || !rule.kinds.includes(kind)) return [];
    return rule.check(profile, own, { kind, ...facts }).map((finding) => ({ ...finding, level }));
  });
}
