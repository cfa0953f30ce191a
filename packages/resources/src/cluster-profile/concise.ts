import { type AnyValues, isObject } from "@palette-profiles/resource-kit";

/** A config without what follows from the rest of it: a pack's uid from registry, name and tag, a registry's from its name. */
export function concise(config: AnyValues): AnyValues {
  if (!Array.isArray(config.packs)) return config;
  return { ...config, packs: config.packs.map((layer: unknown) => (isObject(layer) ? conciseLayer(layer) : layer)) };
}

function conciseLayer({ uid, registryUid, ...layer }: AnyValues): AnyValues {
  if (layer.type === "manifest") return layer;
  if (layer.registryName === undefined) return { ...layer, uid, registryUid };
  return layer.tag === undefined ? { ...layer, uid } : layer;
}
