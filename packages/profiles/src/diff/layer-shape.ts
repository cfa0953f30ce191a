import { layerKey } from "../model/layer-key";
import type { LayerModel } from "../model/profile";
import { type DeepFields, knownText } from "../model/unknown";
import { sameYaml } from "../yaml/equal";
import { fieldChange, type ProfileChange } from "./changes";

type Layer = DeepFields<LayerModel>;

/** What sets the layers of one kind of profile apart from those of another. */
export interface LayerShape<T> {
  /** What a layer is known by. */
  keyOf(this: void, layer: T, index: number): string;
  /** Whether a layer that is gone became one that has come. */
  isRenamed(this: void, before: T, after: T): boolean;
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
  isRenamed,
  fieldChanges,
};

/** Another display name for the same pack, or another name for the same values, manifests and tag. */
function isRenamed(before: Layer, after: Layer): boolean {
  if (before.name === after.name) return true;
  const values = [knownText(before.values), knownText(after.values)] as const;
  if (!values[0] || !values[1] || before.tag !== after.tag || before.type !== after.type) return false;
  return sameYaml(values[0], values[1]) && JSON.stringify(before.manifests) === JSON.stringify(after.manifests);
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
