import { UNKNOWN, validateAppProfile } from "@palette-profiles/profiles";
import { errorsOf } from "../profile/errors-of";
import type { Implementation } from "../providers/implementation";
import { withUnknowns } from "../values/with-unknowns";
import type { ProfileVersionProps } from "./profile-version-props";

const WAY_OUT = 'or set implementation: "palette"';

/**
 * What is wrong with the reference as far as that is told without a backend, and what the official provider cannot look up.
 * Source of the latter: its code.
 */
export function profileVersionProblems(
  { name, version, context, project }: ProfileVersionProps,
  implementation: Implementation,
): string[] {
  // Name, version and scope go by the same rules whatever the profile's kind, and what is in it is not known.
  const problems = errorsOf(validateAppProfile(withUnknowns({ name, version, context, tiers: UNKNOWN })));
  if (implementation === "palette") return problems;
  if (version === undefined) {
    problems.push(
      `the official provider takes version 1.0.0 of "${name}" where none is given, and not the newest; give version, ${WAY_OUT}`,
    );
  }
  if (project !== undefined) {
    problems.push(
      `the official provider looks for "${name}" in its own project, and in no project that is named; leave project out, ${WAY_OUT}`,
    );
  }
  return problems;
}
