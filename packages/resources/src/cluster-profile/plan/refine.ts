import { isObject } from "@palette-profiles/resource-kit";
import { macroRules } from "../../lineage/plan/macro-rules";
import { planProject } from "../../lineage/plan/project";
import { versionRules } from "../../lineage/plan/version-rules";
import { planVersion } from "../../lineage/plan/versions";
import type { LayerState } from "../attributes";
import { clusterProfileKind } from "../kind";
import type { Planned, ProfileDraft } from "./draft";
import { changedLayerTexts } from "./layer-texts";
import { planLayerUids } from "./manifests";
import { overrideNotes } from "./override-notes";
import { packRules } from "./pack-rules";
import { planPack } from "./packs";

/** The part of a plan that knows Palette: scope, versions, the packs behind the layers, and the rules that need them. */
export async function refine(draft: ProfileDraft): Promise<void> {
  planProject(draft);
  const newVersion = planVersion(draft);
  const layers: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  for (const [index, layer] of layers.entries()) {
    if (isObject(layer)) planLayerUids(draft, layer as Planned<LayerState>, index, newVersion);
  }
  await Promise.all(
    layers.map(async (layer, index) => {
      if (isObject(layer)) await planPack(draft, layer as Planned<LayerState>, index);
    }),
  );
  await Promise.all([
    packRules(draft),
    macroRules(draft, changedLayerTexts(draft)),
    overrideNotes(draft),
    versionRules(clusterProfileKind, draft),
  ]);
}
