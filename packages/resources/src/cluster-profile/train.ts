import { isTrain } from "@palette-profiles/profiles";
import type { LayerIdentity } from "./layer";

/**
 * Palette moves a train to each new release by itself. That is no drift, and no change: the layer stays at the release
 * that it was given with, so that its values compare with those of that release, until it is changed.
 */
export function heldTrain(live: LayerIdentity, before: LayerIdentity | undefined): LayerIdentity {
  const same = before?.tag === live.tag && before?.registryUid === live.registryUid;
  if (!same || before?.uid === undefined || live.tag === undefined || !isTrain(live.tag)) return {};
  return { uid: before.uid, resolvedTag: before.resolvedTag };
}
