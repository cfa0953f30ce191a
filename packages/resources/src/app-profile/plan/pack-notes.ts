import type { At } from "@palette-profiles/palette-api";
import { hasUnknown, isObject } from "@palette-profiles/resource-kit";
import { knowledgeOf } from "../../cluster-profile/plan/pack-knowledge";
import { packBehind, packOfTier, type WrittenTier } from "../tier-pack";
import { type AppProfileDraft, tierBefore } from "./draft";

/** V20: packs on their way out, told for tiers that are new or whose pack changed. */
export async function packNotes(draft: AppProfileDraft, at: At): Promise<void> {
  const tiers: unknown[] = Array.isArray(draft.planned.tiers) ? draft.planned.tiers : [];
  await Promise.all(
    tiers.map(async (it, index) => {
      if (!isObject(it) || typeof it.sourceAppTier !== "string") return;
      if (hasUnknown([it.name, it.type, it.packName, it.registryUid, it.tag])) return;
      if (tierBefore(draft, index)?.sourceAppTier === it.sourceAppTier) return;
      const tier = it as unknown as WrittenTier;
      const pack = await packBehind(draft.context.lookups, at, tier);
      const state = pack && knowledgeOf(pack, it.sourceAppTier)?.state;
      if (state === undefined) return;
      const what = `the pack "${packOfTier(tier)}", version ${tier.tag}`;
      const path = ["tiers", index, "tag"];
      const summary = `The pack "${packOfTier(tier)}" is ${state}`;
      if (state === "deprecated") {
        const detail = `Tier "${tier.name}": Palette has deprecated ${what}: after three months it is disabled for new profiles, and three months later it is deleted. Move to a newer version, or to the pack that takes its place.`;
        draft.warning(path, { code: "PackDeprecated", summary, detail });
        return;
      }
      const detail = `Tier "${tier.name}": Palette has ${state} ${what}, and takes it for no new tier. Choose another version or pack.`;
      draft.error(path, { code: state === "disabled" ? "PackDisabled" : "PackDeleted", summary, detail });
    }),
  );
}
