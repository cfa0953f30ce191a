import type { At } from "@palette-profiles/palette-api";
import { type AnyValues, hasUnknown, isObject } from "@palette-profiles/resource-kit";
import type { Lookups } from "../lookups";
import type { AppProfileState, TierState } from "./attributes";
import { ownTierValues } from "./tier-pack";

/** A tier as Palette is sent it: with its pack's own values, where it gives none. */
export async function withValues(lookups: Lookups, at: At, tier: TierState): Promise<TierState> {
  if (tier.values !== undefined || tier.type === "manifest") return tier;
  return { ...tier, values: await ownTierValues(lookups, at, tier) };
}

/** The profile as Palette is sent it. */
export async function withTierValues(lookups: Lookups, at: At, it: AppProfileState): Promise<AppProfileState> {
  return { ...it, tiers: await Promise.all((it.tiers ?? []).map((tier) => withValues(lookups, at, tier))) };
}

/** The same for a plan. A tier of which too little is known is left as it is. */
export async function wholeTiers(lookups: Lookups, at: At, it: AnyValues): Promise<AnyValues> {
  if (!Array.isArray(it.tiers)) return it;
  const tiers = (it.tiers as unknown[]).map(async (tier) => {
    if (!isObject(tier)) return tier;
    const { name, type, packName, values, sourceAppTier, registryUid } = tier;
    if (hasUnknown([name, type, packName, values, sourceAppTier, registryUid])) return tier;
    return withValues(lookups, at, tier as unknown as TierState);
  });
  return { ...it, tiers: await Promise.all(tiers) };
}
