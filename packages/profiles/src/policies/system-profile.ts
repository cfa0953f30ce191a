import type { Facts, ProfileProperties } from "./facts";
import type { Finding } from "./finding";

/** Options of {@link guardSystemProfile}. */
export interface SystemProfileGuard {
  /** Stacks that may hold a system profile, by name. Default: all. */
  stacks?: readonly string[];
}

/** The profile of the cluster that hosts Palette is changed with a way back, and from few stacks. */
export function guardSystemProfile(
  { allowUpdate, backupFile }: ProfileProperties,
  { stacks }: SystemProfileGuard,
  { stack }: Pick<Facts, "stack">,
): Finding[] {
  const code = "palette-system-profile";
  const findings: Finding[] = [];
  if (allowUpdate === true && (backupFile === undefined || backupFile === "")) {
    const message = "The system profile may be changed, and its layers as they were are kept in no file.";
    findings.push({ code, path: "backupFile", message, fix: 'Name one, such as "backup/enterprise-cluster.yaml".' });
  }
  if (stacks !== undefined && stack !== undefined && !stacks.includes(stack)) {
    const message = `The stack "${stack}" may hold no system profile.`;
    const fix = stacks.length === 0 ? "Take it out." : `Move it to ${stacks.join(" or ")}.`;
    findings.push({ code, path: "name", message, fix });
  }
  return findings;
}
