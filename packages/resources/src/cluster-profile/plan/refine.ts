import { isObject, isUnknown } from "@palette-profiles/resource-kit";
import type { LayerState } from "../attributes";
import type { Planned, ProfileDraft } from "./draft";
import { macroRules } from "./macro-rules";
import { planManifestUids } from "./manifests";
import { overrideNotes } from "./override-notes";
import { packRules } from "./pack-rules";
import { planPack } from "./packs";
import { versionRules } from "./version-rules";
import { planVersion } from "./versions";

/** The part of a plan that knows Palette: scope, versions, the packs behind the layers, and the rules that need them. */
export async function refine(draft: ProfileDraft): Promise<void> {
  planProject(draft);
  const newVersion = planVersion(draft);
  const layers: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  for (const [index, layer] of layers.entries()) {
    if (isObject(layer)) planManifestUids(draft, layer as Planned<LayerState>, index, newVersion);
  }
  await Promise.all(
    layers.map(async (layer, index) => {
      if (isObject(layer)) await planPack(draft, layer as Planned<LayerState>, index);
    }),
  );
  await Promise.all([packRules(draft), macroRules(draft), overrideNotes(draft), versionRules(draft)]);
}

function planProject({ planned, config, prior, context }: ProfileDraft): void {
  if (isUnknown(planned.context)) return;
  planned.project =
    planned.context === "tenant" ? config.project : (config.project ?? prior?.project ?? context.project);
}
