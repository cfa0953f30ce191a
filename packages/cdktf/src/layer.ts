import type { LayerModel, ManifestModel } from "@palette-profiles/profiles";
import type { ClusterProfilePack } from "./generated/cluster-profile";
import type { HelmChartProps } from "./helm-chart-props";
import type { ManifestLayerProps } from "./manifest-layer-props";
import type { ManifestProps } from "./manifest-props";
import type { PackProps } from "./pack-props";
import { terraformTexts } from "./terraform-text";
import { yamlDocuments, yamlText } from "./yaml-text";

export function packLayer({ values, overrides, manifests, ...pack }: PackProps): LayerModel {
  return { ...pack, ...textsOf(values, overrides), manifests: manifestModels(manifests) };
}

export function helmLayer({ values, overrides, manifests, ...chart }: HelmChartProps): LayerModel {
  return { ...chart, type: "helm", ...textsOf(values, overrides), manifests: manifestModels(manifests) };
}

export function manifestLayer(name: string, { content, manifests = [], values }: ManifestLayerProps): LayerModel {
  const own = content === undefined ? [] : [{ name, content }];
  return { name, type: "manifest", values: optionalYaml(values), manifests: manifestModels([...own, ...manifests]) };
}

function manifestModels(manifests: ManifestProps[] = []): ManifestModel[] {
  return manifests.map(({ name, content }) => ({ name, content: yamlDocuments(content) }));
}

function textsOf(values: string | object | undefined, overrides: string | object | undefined) {
  return { values: optionalYaml(values), overrides: optionalYaml(overrides) };
}

function optionalYaml(values: string | object | undefined): string | undefined {
  return values === undefined ? undefined : yamlText(values);
}

/** The layer as a block of the generated resource. */
export function packBlock({ manifests, ...layer }: LayerModel): ClusterProfilePack {
  return terraformTexts({ ...layer, manifest: manifests.length === 0 ? undefined : manifests });
}
