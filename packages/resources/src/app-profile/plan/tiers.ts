import { isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import { planIdentity } from "../../lineage/plan/identity";
import { planManifestUids } from "../../lineage/plan/manifest-uids";
import type { TierState } from "../attributes";
import { packOfTier, resolveTier, type WrittenTier } from "../tier-pack";
import { type AppProfileDraft, type PlannedTier, tierBefore } from "./draft";

/** What the pack of a tier follows from. */
const IDENTITY = ["name", "type", "packName", "tag", "registryName", "registryUid", "sourceAppTier"] as const;

/** What is found where the user leaves it out. */
const FOUND = ["sourceAppTier", "tag", "registryUid", "registryName"] as const;

/** What Palette is told of a tier's pack: of another one it makes a new tier. */
const SOURCE = ["type", "tag", "registryUid", "sourceAppTier"] as const;

/** The pack behind a tier, and which of its uids will be new. */
export async function planTier(
  draft: AppProfileDraft,
  tier: PlannedTier,
  index: number,
  newVersion: boolean,
): Promise<void> {
  const before = tierBefore(draft, index);
  await planPack(draft, tier, index);
  if (before !== undefined) keepOtherWords(draft, tier, index, before);
  const isNew = newVersion || before === undefined || SOURCE.some((name) => tier[name] !== before[name]);
  if (isNew) tier.uid = UNKNOWN;
  planManifestUids(tier.manifests, before?.manifests, isNew);
}

/**
 * What is said of a tier in other words stays as the state has it: a pack by its uid alone, secrets among the other
 * properties. It is how a state that was taken over, and what it was made of, may say it.
 */
function keepOtherWords(draft: AppProfileDraft, tier: PlannedTier, index: number, before: TierState): void {
  if (tier.packName === undefined && tier.sourceAppTier === before.sourceAppTier) tier.packName = before.packName;
  const { properties, sensitiveProperties } = before;
  if (tier.sensitiveProperties !== undefined || properties === undefined || sensitiveProperties === undefined) return;
  // Terraform takes what was before only for the tier at the same place.
  if (draft.priorIndex("tiers", index) !== index) return;
  const all = Object.entries({ ...properties, ...sensitiveProperties });
  const given = isObject(tier.properties) ? tier.properties : {};
  if (all.length !== Object.keys(given).length || all.some(([name, value]) => given[name] !== value)) return;
  Object.assign(tier, { properties, sensitiveProperties });
}

async function planPack(draft: AppProfileDraft, tier: PlannedTier, index: number): Promise<void> {
  const configured = (draft.config.tiers as unknown[])[index];
  const given = isObject(configured) ? configured : {};
  if (tier.type === "manifest") {
    for (const name of FOUND) tier[name] = given[name];
    return;
  }
  const before = tierBefore(draft, index);
  const written = Object.fromEntries(IDENTITY.map((name) => [name, given[name]]));
  const samePack =
    before !== undefined &&
    before.type === given.type &&
    (packOfTier(before) === packOfTier(given as unknown as WrittenTier) ||
      (given.packName === undefined &&
        before.sourceAppTier !== undefined &&
        before.sourceAppTier === given.sourceAppTier));
  await planIdentity(draft, tier, {
    path: ["tiers", index],
    before,
    written,
    found: FOUND,
    // The name of the pack may go without another coming in its place.
    changed:
      !samePack ||
      IDENTITY.some((name) => name !== "packName" && written[name] !== undefined && written[name] !== before[name]),
    keepsRegistry: samePack && given.sourceAppTier === undefined,
    resolve: async (at, wanted) => ({
      ...(await resolveTier(draft.context.lookups, at, wanted as unknown as WrittenTier)),
    }),
  });
}
