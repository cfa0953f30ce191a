import type { TierModel } from "@palette-profiles/profiles";
import type { AppProfilePack } from "../generated/app-profile";
import { manifestModels, ownManifestFirst } from "../manifest-models";
import { terraformTexts } from "../terraform-text";
import { optionalYaml } from "../yaml-text";
import type { AppHelmChartProps } from "./app-helm-chart-props";
import type { AppManifestProps } from "./app-manifest-props";
import type { ContainerProps } from "./container-props";

export function containerTier(name: string, props: ContainerProps, values: string | undefined): TierModel {
  const { packTag: tag, packRegistryName: registryName, packRegistryUid: registryUid, installOrder } = props;
  return { name, type: "container", tag, registryName, registryUid, installOrder, values, manifests: [] };
}

export function helmTier(name: string, { chart, values, manifests, ...props }: AppHelmChartProps): TierModel {
  const texts = { values: optionalYaml(values), manifests: manifestModels(manifests) };
  return { ...props, name, type: "helm", packName: chart, ...texts };
}

export function manifestTier(name: string, props: AppManifestProps): TierModel {
  const { content, manifests, values, installOrder } = props;
  const texts = { values: optionalYaml(values), manifests: ownManifestFirst(name, content, manifests) };
  return { name, type: "manifest", installOrder, ...texts };
}

/** The tier as a block of the generated resource. */
export function tierBlock({ manifests, type = "", ...tier }: TierModel): AppProfilePack {
  return terraformTexts({ ...tier, type, manifest: manifests.length === 0 ? undefined : manifests });
}
