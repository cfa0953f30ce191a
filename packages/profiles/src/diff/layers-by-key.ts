import type { TierModel } from "../model/app-profile";
import type { LayerModel } from "../model/profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { LAYERS } from "./layer-shape";
import { TIERS } from "./tier-shape";
import { uniqueKeys } from "./unique-keys";

/** The layers of a cluster profile by what changes call them in `layer`, in their order; what is not known is left out. */
export function layersByKey(packs: unknown): Map<string, DeepFields<LayerModel>> {
  return byKey<DeepFields<LayerModel>>(packs, LAYERS.keyOf);
}

/** The tiers of an app profile, as {@link layersByKey}. */
export function tiersByKey(tiers: unknown): Map<string, DeepFields<TierModel>> {
  return byKey<DeepFields<TierModel>>(tiers, TIERS.keyOf);
}

function byKey<T extends object>(list: unknown, keyOf: (item: T, index: number) => string): Map<string, T> {
  if (!Array.isArray(list)) return new Map();
  const unique = uniqueKeys<T>([list as T[]], keyOf);
  return new Map(knownItems<T>(list).map(({ item }) => [unique(item as T), item as T]));
}
