import { DiagnosticError, isObject, isUnknown } from "@palette-profiles/resource-kit";
import { macroRules } from "../../lineage/plan/macro-rules";
import { planProject } from "../../lineage/plan/project";
import { versionRules } from "../../lineage/plan/version-rules";
import { planVersion } from "../../lineage/plan/versions";
import { scopeOf } from "../../palette";
import { appProfileKind } from "../kind";
import type { AppProfileDraft, PlannedTier } from "./draft";
import { namespaceNotes } from "./namespace-notes";
import { outputRules } from "./output-rules";
import { packNotes } from "./pack-notes";
import { changedTierTexts } from "./tier-texts";
import { planTier } from "./tiers";

/** The part of a plan that knows Palette: scope, versions, the packs behind the tiers, and the rules that need them. */
export async function refine(draft: AppProfileDraft): Promise<void> {
  planProject(draft);
  const newVersion = planVersion(draft);
  const tiers: unknown[] = Array.isArray(draft.planned.tiers) ? draft.planned.tiers : [];
  await Promise.all(
    tiers.map(async (tier, index) => {
      if (isObject(tier)) await planTier(draft, tier as PlannedTier, index, newVersion);
    }),
  );
  const texts = changedTierTexts(draft);
  await Promise.all([macroRules(draft, texts), tierRules(draft, texts), versionRules(appProfileKind, draft)]);
}

async function tierRules(draft: AppProfileDraft, texts: ReturnType<typeof changedTierTexts>): Promise<void> {
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project) || !draft.changed("tiers")) return;
  try {
    const at = await scopeOf({ context, project }, draft);
    await Promise.all([outputRules(draft, at, texts), packNotes(draft, at), namespaceNotes(draft, at)]);
  } catch (error) {
    // A project that does not exist is told where the packs are resolved, or with the versions.
    if (!(error instanceof DiagnosticError) || error.code !== "UnknownProject") throw error;
  }
}
