import type { TierModel } from "../model/app-profile";
import { packNameOf } from "../model/pack-name";
import { type DeepFields, knownText } from "../model/unknown";
import { fieldChange, type ProfileChange, present } from "./changes";
import { contentLikeness } from "./content-likeness";
import { diffProperties, propertyNames } from "./diff-properties";
import { type LayerShape, registryChange } from "./layer-shape";

type Tier = DeepFields<TierModel>;

/** Tiers of app profiles, known by name. */
export const TIERS: LayerShape<Tier> = {
  keyOf: (tier, index) => knownText(tier.name) ?? `tier ${index + 1}`,
  likeness,
  fieldChanges: (layer, before, after) => {
    const changes = [
      ...fieldChange({ layer }, "type", before.type, after.type),
      ...packChange(layer, before, after),
      ...fieldChange({ layer }, "tag", before.tag, after.tag),
      ...registryChange(layer, before, after),
    ];
    // A pack's uid follows from registry, name and tag: it is told only where nothing else explains it.
    if (changes.length === 0 && typeof before.sourceAppTier === "string" && typeof after.sourceAppTier === "string") {
      changes.push(...fieldChange({ layer }, "sourceAppTier", before.sourceAppTier, after.sourceAppTier));
    }
    changes.push(...fieldChange({ layer }, "installOrder", before.installOrder ?? 0, after.installOrder ?? 0));
    return [...changes, ...diffProperties(layer, before, after)];
  },
  summary: (tier) => {
    const packName = packNameOf(tier);
    const properties = propertyNames(tier);
    return {
      ...(packName !== undefined && packName !== tier.name && tier.type !== "manifest" ? { packName } : {}),
      ...(properties.length > 0 ? { properties } : {}),
    };
  },
};

/** Another name for a tier of the same pack that holds much the same; its properties are the same. */
function likeness(before: Tier, after: Tier): number {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  if (before.type !== after.type || !samePack(before, after)) return 0;
  if (!same(before.properties, after.properties)) return 0;
  if (!same(before.sensitiveProperties, after.sensitiveProperties)) return 0;
  const alike = before.tag === after.tag;
  const hasTexts = [before, after].some(({ values, manifests }) => present(values) || listLength(manifests) > 0);
  if (!hasTexts) return alike && propertyNames(before).length > 0 ? 1 : 0;
  return contentLikeness(before, after, alike);
}

function listLength(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

/** Manifests have no pack. Without a name of its own, a pack goes by the tier's. */
function samePack(before: Tier, after: Tier): boolean {
  return before.type === "manifest" || packNameOf(before) === packNameOf(after);
}

function packChange(layer: string, before: Tier, after: Tier): ProfileChange[] {
  if (typeof after.packName === "symbol") return fieldChange({ layer }, "packName", before.packName, after.packName);
  return samePack(before, after) ? [] : fieldChange({ layer }, "packName", packNameOf(before), packNameOf(after));
}
