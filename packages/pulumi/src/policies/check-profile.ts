import {
  checkRules,
  type Facts,
  type PolicyOptions,
  type ProfileProperties,
  type SetFinding,
  setRules,
} from "@palette-profiles/profiles";
import { kindOf } from "./kind-of";
import { plainProperties } from "./plain-properties";

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
): SetFinding[] {
  const set = setRules(options);
  const kind = kindOf(type);
  return kind === undefined ? [] : checkRules(plainProperties(properties), { kind, ...facts }, set);
}
