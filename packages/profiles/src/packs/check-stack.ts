import { checkCloudFit } from "./cloud-fit";
import { checkDependencies } from "./dependencies";
import { checkLayerOrder } from "./layer-order";
import { checkSharedNamespaces } from "./namespaces";
import { checkPackStates } from "./pack-state";
import { checkPresets } from "./preset-choice";
import type { PackProblem } from "./problem";
import { checkRemovedLayers } from "./removed-layers";
import type { Stack } from "./stack";
import { checkTrains } from "./trains";
import { checkUpgrades } from "./upgrades";
import { checkValues } from "./value-rules";

const RULES = [
  checkLayerOrder,
  checkRemovedLayers,
  checkCloudFit,
  checkPackStates,
  checkValues,
  checkDependencies,
  checkPresets,
  checkTrains,
  checkUpgrades,
  checkSharedNamespaces,
];

/** V5 to V7 and V20 to V25 of Palette's rules: what the packs of a profile say against it, and what a change will do. */
export function checkStack(stack: Stack): PackProblem[] {
  return RULES.flatMap((rule) => rule(stack));
}
