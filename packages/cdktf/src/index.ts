export { ClusterProfile } from "./cluster-profile";
export type { ClusterProfileProps } from "./cluster-profile-props";
export type { ClusterProfileTimeouts } from "./cluster-profile-timeouts";
/** The generated classes, one namespace a resource or data source: `l1.clusterProfile.ClusterProfile`. */
export * as l1 from "./generated";
export { PaletteProvider, type PaletteProviderConfig } from "./generated/provider";
export type { HelmChartProps } from "./helm-chart-props";
export type { IClusterProfile } from "./i-cluster-profile";
export type { ManifestLayerProps } from "./manifest-layer-props";
export type { ManifestProps } from "./manifest-props";
export type { PackProps } from "./pack-props";
export type { VariableOptionProps } from "./variable-option-props";
export type { VariableProps } from "./variable-props";
