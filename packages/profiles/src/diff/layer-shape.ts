import { layerKey } from "../model/layer-key";
import type { LayerModel } from "../model/profile";
import { type DeepFields, knownText } from "../model/unknown";
import { LIKE_ENOUGH } from "./align";
import { fieldChange, type ProfileChange } from "./changes";
import { contentLikeness } from "./content-likeness";

type Layer = DeepFields<LayerModel>;

/** What sets the layers of one kind of profile apart from those of another. */
export interface LayerShape<T> {
  /** What a layer is known by. */
  keyOf(this: void, layer: T, index: number): string;
  /** How much a layer that is gone is like one that has come, from 0 to 1: it may be the same under another name. */
  likeness(this: void, before: T, after: T): number;
  /** The changes of attributes that are no YAML. */
  fieldChanges(this: void, layer: string, before: T, after: T): ProfileChange[];
  /** What tells a reader besides which layer it is. */
  summary?(this: void, layer: T): Record<string, unknown>;
}

/** Layers of cluster profiles, known by name and display name. */
export const LAYERS: LayerShape<Layer> = {
  keyOf: (layer, index) => {
    const name = knownText(layer.name);
    return name === undefined
      ? `layer ${index + 1}`
      : layerKey({ name, values: knownText(layer.values), overrides: knownText(layer.overrides) });
  },
  likeness,
  fieldChanges,
};

/** Another display name for the same pack, or another name for much the same values and manifests; never of another type. */
function likeness(before: Layer, after: Layer): number {
  const alike = before.tag === after.tag;
  if (before.name === after.name) return LIKE_ENOUGH + (1 - LIKE_ENOUGH) * contentLikeness(before, after, alike);
  return before.type === after.type ? contentLikeness(before, after, alike) : 0;
}

function fieldChanges(layer: string, before: Layer, after: Layer): ProfileChange[] {
  const changes = [
    ...fieldChange({ layer }, "type", before.type, after.type),
    ...fieldChange({ layer }, "tag", before.tag, after.tag),
    ...registryChange(layer, before, after),
  ];
  // A uid follows from registry, name and tag: it is told only where nothing else explains it.
  const explained = changes.length > 0 || before.name !== after.name;
  if (!explained && typeof before.uid === "string" && typeof after.uid === "string") {
    changes.push(...fieldChange({ layer }, "uid", before.uid, after.uid));
  }
  return changes;
}

/** By name where both sides have one, else by uid; computed ones that are not known yet say nothing. */
export function registryChange(layer: string, before: Layer, after: Layer): ProfileChange[] {
  if (before.registryName && after.registryName) {
    return fieldChange({ layer }, "registryName", before.registryName, after.registryName);
  }
  if (before.registryUid && after.registryUid && typeof after.registryUid !== "symbol") {
    return fieldChange({ layer }, "registryUid", before.registryUid, after.registryUid);
  }
  return [];
}
