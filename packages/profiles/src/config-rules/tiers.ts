import type { AppProfileModel, TierModel } from "../model/app-profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { error, type Problem } from "../rules/problem";

/** A service or a chart has no version by default; a container has the newest. */
export function checkTiers(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownItems<TierModel>(profile.tiers).flatMap(({ item: tier, index }) => {
    const needed = tier.type === "operator-instance" || tier.type === "helm";
    if (!needed || tier.tag !== undefined || tier.sourceAppTier !== undefined) return [];
    const who = typeof tier.name === "string" ? `Tier "${tier.name}"` : `Tier ${index + 1}`;
    const what = tier.type === "helm" ? "chart" : "service";
    const message = `${who} gives no tag: write the ${what}'s version, such as tag = "1.2.3".`;
    return [error("NoTag", ["tiers", index, "tag"], message)];
  });
}
