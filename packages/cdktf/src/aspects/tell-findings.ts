import type { Facts, ProfileKind, ProfileProperties, SetFinding } from "@palette-profiles/profiles";
import { Annotations, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { AppProfile } from "../app/app-profile";
import { ClusterProfile } from "../cluster/cluster-profile";
import type { Profile } from "../profile/profile";
import { SystemProfile } from "../system/system-profile";
import { placeOf } from "./place-of";
import { withoutTokens } from "./without-tokens";

/** Where what a rule says is to be done has other names in CDKTF. */
const FIXES: Partial<Record<SetFinding["code"], string>> = {
  "palette-protected": "Set skipDestroy: true, or lifecycle.prevent_destroy of the resource beneath.",
};

/**
 * Annotates a construct with what a check finds in it: errors, at which synth stops, and warnings. Constructs that are no
 * profiles pass.
 *
 * @param except layers and tiers in which nothing counts, by name
 */
export function tellFindings(
  node: IConstruct,
  except: readonly string[],
  check: (profile: ProfileProperties, facts: Facts) => SetFinding[],
): void {
  const kind = kindOf(node);
  if (kind === undefined) return;
  const given = (node as Profile)._given();
  const facts = { kind, protect: isProtected(node), stack: TerraformStack.of(node).node.id };
  for (const finding of check(withoutTokens(given), facts)) {
    const { layer, place } = placeOf(given, finding);
    if (layer !== undefined && except.includes(layer)) continue;
    const { code, level, message } = finding;
    const told = `${code}: ${place}: ${message} ${FIXES[code] ?? finding.fix}`;
    if (level === "advisory") Annotations.of(node).addWarning(told);
    else Annotations.of(node).addError(told);
  }
}

function kindOf(node: IConstruct): ProfileKind | undefined {
  if (node instanceof ClusterProfile) return "ClusterProfile";
  if (node instanceof AppProfile) return "AppProfile";
  return node instanceof SystemProfile ? "SystemProfile" : undefined;
}

/** Whether Terraform refuses to destroy the profile, by a property or by an override of the resource beneath. */
function isProtected({ node: { defaultChild } }: IConstruct): boolean {
  if (!(defaultChild instanceof TerraformResource)) return false;
  const { rawOverrides } = defaultChild as unknown as { rawOverrides?: { lifecycle?: { prevent_destroy?: unknown } } };
  return defaultChild.lifecycle?.preventDestroy === true || rawOverrides?.lifecycle?.prevent_destroy === true;
}
