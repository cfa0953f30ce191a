import { isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import type { LayerState } from "../attributes";
import type { Planned, ProfileDraft } from "./draft";

/** Which manifests, and layers of manifests, Palette will give a new uid. */
export function planManifestUids(
  draft: ProfileDraft,
  layer: Planned<LayerState>,
  index: number,
  newVersion: boolean,
): void {
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  if (layer.type === "manifest" && (newVersion || before === undefined)) layer.uid = UNKNOWN;
  for (const manifest of Array.isArray(layer.manifests) ? (layer.manifests as unknown[]) : []) {
    if (!isObject(manifest)) continue;
    const was = before?.manifests?.find((each) => each.name === manifest.name);
    // Palette may give a manifest with new content a new uid.
    if (newVersion || was === undefined || was.content !== manifest.content) manifest.uid = UNKNOWN;
  }
}
