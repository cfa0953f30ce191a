import type { At } from "@palette-profiles/palette-api";
import { nearest, outputVariablesOf, references, type TierModel } from "@palette-profiles/profiles";
import { hasUnknown, isObject } from "@palette-profiles/resource-kit";
import type { ChangedText } from "../../lineage/plan/texts";
import { ownTierValues, type WrittenTier } from "../tier-pack";
import type { AppProfileDraft } from "./draft";

/**
 * V29 where only the pack can tell: the output variables that new or changed texts use of a chart, or of a service whose
 * outputs no document lists, are those that its pack's own values declare.
 */
export async function outputRules(draft: AppProfileDraft, at: At, texts: readonly ChangedText[]): Promise<void> {
  const tiers = (Array.isArray(draft.planned.tiers) ? (draft.planned.tiers as unknown[]) : []).filter(isObject);
  for (const { path, who, text } of texts) {
    const uses = references(text).filter(
      ({ kind, place, path: rest }) => kind === "app" && place !== "comment" && rest,
    );
    for (const { name, path: rest, line, column } of uses) {
      const tier = tiers.find((each) => each.name === name);
      const output = rest?.join(".") ?? "";
      const known = tier === undefined ? undefined : await outputsByPack(draft, at, tier, output);
      if (known === undefined || known.includes(output)) continue;
      const near = nearest(output, known, 1);
      const advice = near.length > 0 ? ` Did you mean "${near[0]}"?` : ` It has: ${known.join(", ")}.`;
      draft.error(path, {
        code: "UnknownOutput",
        summary: `Tier "${name}" has no output "${output}"`,
        detail: `${who}, line ${line}, column ${column}: tier "${name}" has no output "${output}".${advice}`,
      });
    }
  }
}

/**
 * Nothing where the tier alone says that it has this output, or has not, since that is told already; nor where nobody
 * knows. What the docs do not list of a service, its pack may have: then the pack is asked.
 */
async function outputsByPack(
  draft: AppProfileDraft,
  at: At,
  tier: Record<string, unknown>,
  output: string,
): Promise<string[] | undefined> {
  const { name, type, packName, sourceAppTier, registryUid, values } = tier;
  if (typeof values === "string" || hasUnknown([name, type, packName, sourceAppTier, registryUid, values]))
    return undefined;
  const model = { ...tier, manifests: [] } as unknown as TierModel;
  const listed = outputVariablesOf(model);
  if (listed !== undefined && (type !== "operator-instance" || listed.includes(output))) return undefined;
  const own = await ownTierValues(draft.context.lookups, at, tier as unknown as WrittenTier);
  const declares = outputVariablesOf({ ...model, type: "helm", packName: undefined, values: own }) !== undefined;
  return declares ? outputVariablesOf(model, own) : undefined;
}
