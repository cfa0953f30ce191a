import type { ManifestProps } from "./manifest-props";

/** A layer that is a Helm chart. */
export interface HelmChartProps {
  /** The chart's name in its registry. */
  readonly name: string;

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
   * The layer's values: YAML, or an object. Palette's own settings stand under `pack`, the chart's under `charts`.
   * @default - the chart's own default values
   */
  readonly values?: string | object;

  /**
   * Only what differs from the chart's own default values: YAML, or an object. Maps merge, lists replace, and `null`
   * removes a key; a new tag brings its new defaults. Give this or `values`.
   * @default - the chart's own default values, or `values`
   */
  readonly overrides?: string | object;

  /**
   * Manifests that come with the layer.
   * @default - none
   */
  readonly manifests?: ManifestProps[];
}
