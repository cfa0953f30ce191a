import type { Facts, ProfileProperties } from "./facts";
import type { Finding } from "./finding";

/** Options of {@link protectProfiles}. */
export interface ProtectedProfiles {
  /** Stacks whose profiles must stay, by name. Default `["production", "prod"]`. */
  stacks: readonly string[];
}

/** An infrastructure or full profile in production is not destroyed by mistake: clusters are built on it. */
export function protectProfiles(profile: ProfileProperties, options: ProtectedProfiles, facts: Facts): Finding[] {
  if (!isAtRisk(profile, options, facts)) return [];
  return [
    {
      code: "palette-protected",
      path: "skipDestroy",
      message: `The ${String(profile.type)} profile of the stack "${facts.stack}" can be destroyed.`,
      fix: "Set the option protect: true, or skipDestroy: true.",
    },
  ];
}

/** The properties with `skipDestroy`; undefined where the profile is safe. */
export function keepProfile(
  properties: ProfileProperties,
  options: ProtectedProfiles,
  facts: Facts,
): ProfileProperties | undefined {
  return isAtRisk(properties, options, facts) ? { ...properties, skipDestroy: true } : undefined;
}

function isAtRisk({ type, skipDestroy }: ProfileProperties, { stacks }: ProtectedProfiles, facts: Facts): boolean {
  const based = type === "infra" || type === "cluster";
  const kept = facts.protect === true || skipDestroy === true || typeof skipDestroy === "symbol";
  return based && !kept && facts.stack !== undefined && stacks.includes(facts.stack);
}
