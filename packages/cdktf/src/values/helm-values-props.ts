/** What Palette needs to know of a chart whose values are in a Helm values file. */
export interface HelmValuesProps {
  /** The chart's name: its values stand under `charts` and this name. */
  readonly chart: string;

  /**
   * The namespace that the chart is installed in. Palette makes it.
   * @default "default"
   */
  readonly namespace?: string;

  /**
   * The name of the Helm release.
   * @default - the chart's choice
   */
  readonly releaseName?: string;

  /**
   * When the layer is installed: lower numbers first, negative ones too.
   * @default 0
   */
  readonly installPriority?: number;
}
