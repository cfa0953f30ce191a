import { isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import { planIdentity } from "../../lineage/plan/identity";
import { planManifestUids } from "../../lineage/plan/manifest-uids";
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
  const isNew = newVersion || before === undefined || SOURCE.some((name) => tier[name] !== before[name]);
  if (isNew) tier.uid = UNKNOWN;
  planManifestUids(tier.manifests, before?.manifests, isNew);
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
    packOfTier(before) === packOfTier(given as unknown as WrittenTier);
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
