/** Which part of a cluster a pack is. Source: `v1PackLayer` of Palette's API. */
export type LayerKind = "kernel" | "os" | "k8s" | "cni" | "csi" | "addon";

/** What a version of a pack says of itself, as far as Palette tells it. */
export interface PackKnowledge {
  name: string;
  version: string;
  layer: LayerKind;
  /** The clouds it is for, or `all`. Empty where Palette does not tell. */
  cloudTypes: readonly string[];
  /** Where it is on its way out; absent for a pack in its prime. */
  state?: PackState;
  constraints: readonly PackConstraint[];
  schema: readonly ValueRule[];
  presets: readonly PackPreset[];
  /** Its own default values, as YAML. */
  values: string;
}

/** Palette's maintenance policy: three months deprecated, three months disabled, then deleted. */
export type PackState = "deprecated" | "disabled" | "deleted";

/** What a pack demands of another. Source: `constraints.dependencies` of `pack.json`. */
export interface PackConstraint {
  packName: string;
  layer?: LayerKind;
  /** Both bounds are included. */
  minVersion?: string;
  maxVersion?: string;
  type: "required" | "optional" | "notSupported" | "upgrade";
}

/** What a pack demands of one of its values. Source: `schema.yaml`, as `v1PackSchema` tells it. */
export interface ValueRule {
  /** A dotted path, such as `charts.argo-cd.server.replicas`; `$[]` stands for each entry of a list. */
  name: string;
  required?: boolean;
  readonly?: boolean;
  /** `string`, `number`, `boolean`, `password`, `list`, `ipv4` or `version`. */
  type?: string;
  /** The whole format: `number`, `number:[1-20]`, `${ipv4} - ${ipv4}`. */
  format?: string;
  /** An RE2 expression. */
  regex?: string;
  listOptions?: readonly string[];
  hints?: readonly string[];
}

/** A choice of values that a pack offers. Of a group, one holds. */
export interface PackPreset {
  name: string;
  group: string;
}

/** The layers that a cluster stands on, in the order in which Palette lists them. */
export const INFRA_LAYERS = ["os", "k8s", "cni", "csi"] as const;

/** What people call them. */
export const LAYER_WORDS: Record<LayerKind, string> = {
  kernel: "kernel",
  os: "operating system",
  k8s: "Kubernetes",
  cni: "network",
  csi: "storage",
  addon: "add-on",
};

export function isInfra(kind: LayerKind | undefined): kind is (typeof INFRA_LAYERS)[number] {
  return INFRA_LAYERS.some((each) => each === kind);
}
