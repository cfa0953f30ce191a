import { UNKNOWN } from "@palette-profiles/resource-kit";
import { planManifestUids } from "../../lineage/plan/manifest-uids";
import type { LayerState } from "../attributes";
import type { Planned, ProfileDraft } from "./draft";

/** Which manifests, and layers of manifests, Palette will give a new uid. */
export function planLayerUids(
  draft: ProfileDraft,
  layer: Planned<LayerState>,
  index: number,
  newVersion: boolean,
): void {
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  if (layer.type === "manifest" && (newVersion || before === undefined)) layer.uid = UNKNOWN;
  planManifestUids(layer.manifests, before?.manifests, newVersion);
}
