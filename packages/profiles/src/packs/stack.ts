import type { LayerKind, PackKnowledge } from "./knowledge";

/** A layer with what is known of its pack. What is not known, or not known yet, is absent. */
export interface StackLayer {
  /** As the profile names it: `blog--wordpress`. */
  name: string;
  /** The pack behind the name: `wordpress`. */
  pack: string;
  /** What is written: a version, or a train such as `1.31.x`. */
  tag?: string;
  /** The version that the tag stands for. */
  version?: string;
  /** `addon` for manifests, and for charts of a registry that Palette does not read. */
  kind?: LayerKind;
  /** The whole values, where the layer gives them. */
  values?: string;
  /** What differs from the pack's own values, where the layer gives only that. */
  overrides?: string;
  knowledge?: PackKnowledge;
}

/** A layer as it is planned. */
export interface PlannedLayer extends StackLayer {
  /** Its place in the profile. */
  index: number;
  /** The same layer before; absent for a new one. */
  before?: StackLayer;
  /** Its pack or its version is new. */
  moved: boolean;
  /** Its values are new, or the pack under them. */
  edited: boolean;
}

/** A profile as its packs see it. */
export interface Stack {
  /** `infra`, `cluster` or `add-on`. */
  type?: string;
  cloud?: string;
  layers: readonly PlannedLayer[];
  /** A part of the layers, or a layer's pack, is not known: nothing may be said to be missing. */
  partial: boolean;
  /** The layers that go, of the version that changes. */
  removed: readonly StackLayer[];
  /** The change makes a new version of the profile beside the old one. */
  newVersion: boolean;
}

/** Where a problem of a layer is. */
export function inStack(layer: PlannedLayer, attribute: string): (string | number)[] {
  return ["packs", layer.index, attribute];
}

/** `"argo-cd" 7.8.2`, as messages call a layer. */
export function calling(layer: StackLayer): string {
  return `"${layer.name}"${layer.version === undefined ? "" : ` ${layer.version}`}`;
}
