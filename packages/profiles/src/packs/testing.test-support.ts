import type { PackKnowledge } from "./knowledge";
import type { PackProblem } from "./problem";
import type { PlannedLayer, Stack } from "./stack";

/** A new layer of an add-on, with what differs. */
export function aLayer(index: number, name: string, more: Partial<PlannedLayer> = {}): PlannedLayer {
  const version = more.version ?? "1.0.0";
  return { index, name, pack: name, tag: version, version, kind: "addon", moved: true, edited: true, ...more };
}

/** The same layer before and after: nothing in it is new. */
export function unmoved(layer: PlannedLayer): PlannedLayer {
  return { ...layer, moved: false, edited: false, before: layer };
}

/** A layer whose pack goes from one version to another. */
export function upgraded(name: string, from: string, to: string, more: Partial<PlannedLayer> = {}): PlannedLayer {
  return aLayer(0, name, { version: to, before: { name, pack: name, tag: from, version: from }, ...more });
}

export function knowing(more: Partial<PackKnowledge> = {}): PackKnowledge {
  return {
    name: "p",
    version: "1.0.0",
    layer: "addon",
    cloudTypes: ["all"],
    constraints: [],
    schema: [],
    presets: [],
    values: "",
    ...more,
  };
}

export function aStack(layers: PlannedLayer[], more: Partial<Stack> = {}): Stack {
  return { type: "add-on", cloud: "all", layers, partial: false, removed: [], newVersion: false, ...more };
}

/** Operating system, Kubernetes, network and storage, of packs made for all clouds. */
export function foundation(): PlannedLayer[] {
  const kinds = ["os", "k8s", "cni", "csi"] as const;
  const names = { os: "ubuntu", k8s: "kubernetes", cni: "cni-calico", csi: "csi-ebs" };
  return kinds.map((kind, index) => aLayer(index, names[kind], { kind, knowledge: knowing({ layer: kind }) }));
}

/** A problem in short: `error MissingLayer packs.1.name`. */
export function short({ severity, code, path }: PackProblem): string {
  return `${severity} ${code} ${path.join(".")}`;
}
