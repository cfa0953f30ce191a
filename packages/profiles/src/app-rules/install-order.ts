import type { AppProfileModel } from "../model/app-profile";
import type { DeepFields } from "../model/unknown";
import { error, type Problem } from "../rules/problem";
import { knownTiers } from "./known-tiers";

/** An install order is a whole number, 0 or above. */
export function checkInstallOrder(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap(({ tier, index, label }) => {
    const order = tier.installOrder;
    if (typeof order !== "number" || (Number.isInteger(order) && order >= 0)) return [];
    const message = `the install order ${order} of tier "${label}" is not a whole number from 0 on; lower ones are deployed first, and 0 is the default`;
    return [error("InvalidInstallOrder", ["tiers", index, "installOrder"], message)];
  });
}
