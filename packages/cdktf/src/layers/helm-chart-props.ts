import type { AttachedManifestProps } from "./attached-manifest-props";
import type { RegistryProps } from "./registry-props";

/** A layer or a tier that is a Helm chart. */
export interface HelmChartProps extends RegistryProps {
  /** The layer's name; in cluster profiles that of the chart in its registry. */
  readonly name: string;

  /**
   * In app profiles: the chart's name in its registry.
   * @default - the name
   */
  readonly chart?: string;

  /** The chart's version. */
  readonly tag: string;

  /**
   * The whole values: an object, YAML, or `Values`. Palette's own settings stand under `pack`, the chart's under `charts`.
   * @default - the chart's own default values
   */
  readonly values?: any;

  /**
   * In cluster profiles: only what differs from the chart's own default values, as an object, YAML, or `Values`. Maps
   * merge, lists replace, and `null` removes a key; a new tag brings its new defaults. Give this or `values`.
   * @default - the chart's own default values, or `values`
   */
  readonly overrides?: any;

  /**
   * Manifests that come with the chart.
   * @default - none
   */
  readonly manifests?: AttachedManifestProps[];

  /**
   * In app profiles: when the tier is deployed, lower numbers first. Must agree with the order of the tiers that use each
   * other.
   * @default 0
   */
  readonly installOrder?: number;
}
