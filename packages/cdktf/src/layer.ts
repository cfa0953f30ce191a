import type { LayerModel } from "@palette-profiles/profiles";
import type { ClusterProfilePack } from "./generated/cluster-profile";
import type { HelmChartProps } from "./helm-chart-props";
import type { ManifestLayerProps } from "./manifest-layer-props";
import { manifestModels, ownManifestFirst } from "./manifest-models";
import type { PackProps } from "./pack-props";
import { terraformTexts } from "./terraform-text";
import { optionalYaml } from "./yaml-text";

export function packLayer({ values, overrides, manifests, ...pack }: PackProps): LayerModel {
  return { ...pack, ...textsOf(values, overrides), manifests: manifestModels(manifests) };
}

export function helmLayer({ values, overrides, manifests, ...chart }: HelmChartProps): LayerModel {
  return { ...chart, type: "helm", ...textsOf(values, overrides), manifests: manifestModels(manifests) };
}

export function manifestLayer(name: string, { content, manifests, values }: ManifestLayerProps): LayerModel {
  return {
    name,
    type: "manifest",
    values: optionalYaml(values),
    manifests: ownManifestFirst(name, content, manifests),
  };
}

function textsOf(values: string | object | undefined, overrides: string | object | undefined) {
  return { values: optionalYaml(values), overrides: optionalYaml(overrides) };
}

/** The layer as a block of the generated resource. */
export function packBlock({ manifests, ...layer }: LayerModel): ClusterProfilePack {
  return terraformTexts({ ...layer, manifest: manifests.length === 0 ? undefined : manifests });
}
