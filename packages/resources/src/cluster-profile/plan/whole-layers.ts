import type { At } from "@palette-profiles/palette-api";
import { type AnyValues, hasUnknown, isObject } from "@palette-profiles/resource-kit";
import type { Lookups } from "../../lookups";
import type { ClusterProfileState, LayerState } from "../attributes";
import { withOwnValues } from "../layer-values";

/**
 * A profile with the values that its layers come to, however they are written: from none to the pack's own, or from whole
 * values to overrides that mean the same, nothing changes for those who use it. A layer of which too little is known is
 * left as it is.
 */
export async function wholeLayers(lookups: Lookups, at: At, it: AnyValues): Promise<AnyValues> {
  if (!Array.isArray(it.packs)) return it;
  const packs = (it.packs as unknown[]).map(async (layer) => {
    if (!isObject(layer) || hasUnknown([layer.name, layer.values, layer.overrides, layer.uid, layer.registryUid])) {
      return layer;
    }
    const one = { packs: [layer as LayerState] } as ClusterProfileState;
    // Overrides that cannot be laid over are told where they are planned.
    const whole = await withOwnValues(lookups, at, one).catch(() => undefined);
    return whole === undefined ? layer : { ...layer, values: whole.packs?.[0]?.values, overrides: undefined };
  });
  return { ...it, packs: await Promise.all(packs) };
}
