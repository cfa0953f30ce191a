import type { ManifestProps } from "../manifest-props";

/** A tier that is a Helm chart. */
export interface AppHelmChartProps {
  /**
   * The chart's name in its registry.
   * @default - the tier's name
   */
  readonly chart?: string;

  /** The chart's version. */
  readonly tag: string;

  /**
   * The Helm registry that holds the chart, by name. Give this or `registryUid`.
   * @default - the only registry that has the chart
   */
  readonly registryName?: string;

  /**
   * The Helm registry that holds the chart, by uid.
   * @default - the only registry that has the chart
   */
  readonly registryUid?: string;

  /**
   * The tier's whole values: YAML, or an object. Palette's own settings stand under `pack`, the chart's under `charts`.
   * @default - the chart's own default values
   */
  readonly values?: string | object;

  /**
   * Manifests that come with the tier.
   * @default - none
   */
  readonly manifests?: ManifestProps[];

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
