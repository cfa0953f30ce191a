import type { AppProfileModel, TierModel } from "../model/app-profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";

/** A tier that is known, though its fields may not be. */
export interface KnownTier {
  tier: DeepFields<TierModel>;
  index: number;
  /** For messages: its name, or its place from 1. */
  label: string;
}

export function knownTiers(profile: DeepFields<AppProfileModel>): KnownTier[] {
  return knownItems<TierModel>(profile.tiers).map(({ item: tier, index }) => ({
    tier,
    index,
    label: knownText(tier.name) || String(index + 1),
  }));
}
