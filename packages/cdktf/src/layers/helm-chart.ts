import type { LayerModel, TierModel } from "@palette-profiles/profiles";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import { AppTier } from "./app-tier";
import type { HelmChartProps } from "./helm-chart-props";
import type { ILayer } from "./i-layer";
import { manifestModels } from "./manifest-models";
import { misplaced } from "./misplaced";
import { registryOf } from "./registry-of";

/**
 * A Helm chart: a layer of a cluster profile, or a tier of an app profile.
 *
 * @example
 * new HelmChart({ name: "podinfo", tag: "6.7.1", registryName: "podinfo-charts" });
 */
export class HelmChart extends AppTier implements ILayer {
  private readonly props: HelmChartProps;
  private readonly model: LayerModel;
  private readonly overrides: string | undefined;

  constructor(props: HelmChartProps) {
    super(props.name);
    this.props = props;
    this.overrides = valuesText(`the overrides of chart "${props.name}"`, props.overrides);
    const model: LayerModel = {
      name: props.name,
      tag: props.tag,
      ...registryOf(`chart "${props.name}"`, props),
      type: "helm",
      values: valuesText(`the values of chart "${props.name}"`, props.values),
      manifests: manifestModels(`chart "${props.name}"`, props.manifests),
    };
    this.model = withOrigins(model, props);
  }

  /** @internal */
  _layer(): LayerModel {
    const { chart, installOrder } = this.props;
    if (chart !== undefined) throw this.misplaced("chart", "a chart of a cluster profile is named as the layer is");
    if (installOrder !== undefined)
      throw this.misplaced("installOrder", "layers of a cluster profile go by their order");
    return { ...this.model, overrides: this.overrides };
  }

  /** @internal */
  _tier(): TierModel {
    if (this.overrides !== undefined) throw this.misplaced("overrides", "a chart of an app profile takes whole values");
    const { chart, installOrder } = this.props;
    return { ...this.model, packName: chart, installOrder };
  }

  private misplaced(property: string, why: string): Error {
    return misplaced(`chart "${this.name}"`, property, why);
  }
}
