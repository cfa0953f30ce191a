import { type AnyValues, isObject } from "@palette-profiles/resource-kit";

/** A config without what follows from the rest of it: a pack's uid from registry, name and tag, a registry's from its name. */
export function concise(config: AnyValues): AnyValues {
  if (!Array.isArray(config.tiers)) return config;
  return { ...config, tiers: config.tiers.map((tier: unknown) => (isObject(tier) ? conciseTier(tier) : tier)) };
}

function conciseTier({ sourceAppTier, registryUid, ...tier }: AnyValues): AnyValues {
  if (tier.registryName === undefined) return { ...tier, sourceAppTier, registryUid };
  return tier.tag === undefined ? { ...tier, sourceAppTier } : tier;
}
