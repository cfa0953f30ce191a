import type { At } from "@palette-profiles/palette-api";
import { validateAppProfile } from "@palette-profiles/profiles";
import { hasUnknown, isObject } from "@palette-profiles/resource-kit";
import { ownTierValues, type WrittenTier } from "../tier-pack";
import { type AppProfileDraft, tierBefore } from "./draft";

/** V31 where only the pack can tell: a chart that is new, has its own values, and sets no namespace in them. */
export async function namespaceNotes(draft: AppProfileDraft, at: At): Promise<void> {
  const tiers: unknown[] = Array.isArray(draft.planned.tiers) ? draft.planned.tiers : [];
  await Promise.all(
    tiers.map(async (it, index) => {
      if (!isObject(it) || it.type !== "helm" || it.values !== undefined) return;
      const { name, packName, tag, sourceAppTier, registryUid } = it;
      if (hasUnknown([name, packName, tag, sourceAppTier, registryUid])) return;
      const before = tierBefore(draft, index);
      if (before?.values === undefined && before?.tag === tag && before?.sourceAppTier === sourceAppTier) return;
      const values = await ownTierValues(draft.context.lookups, at, it as unknown as WrittenTier);
      const tier = { name: String(name), type: "helm", values, manifests: [] };
      for (const { code, message } of validateAppProfile({ name: "it", tiers: [tier] })) {
        if (code !== "NoNamespace") continue;
        const summary = "A chart without a namespace";
        draft.warning(["tiers", index, "values"], { code, summary, detail: message });
      }
    }),
  );
}
