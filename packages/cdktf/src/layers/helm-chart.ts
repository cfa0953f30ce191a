import type { LayerModel, TierModel } from "@palette-profiles/profiles";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import { AppTier } from "./app-tier";
import type { HelmChartProps } from "./helm-chart-props";
import type { ILayer } from "./i-layer";
import { manifestModels } from "./manifest-models";
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
      manifests: manifestModels(props.manifests),
    };
    this.model = withOrigins(model, props);
  }

  /** @internal */
  _layer(): LayerModel {
    const { chart, installOrder } = this.props;
    if (chart !== undefined) throw new Error(misplaced(this.name, "chart", "is named as the layer is", "cluster"));
    if (installOrder !== undefined) {
      throw new Error(misplaced(this.name, "installOrder", "goes by the order of the layers", "cluster"));
    }
    return { ...this.model, overrides: this.overrides };
  }

  /** @internal */
  _tier(): TierModel {
    if (this.overrides !== undefined) {
      throw new Error(misplaced(this.name, "overrides", "takes whole values", "app"));
    }
    const { chart, installOrder } = this.props;
    return { ...this.model, packName: chart, installOrder };
  }
}

function misplaced(name: string, property: string, why: string, kind: string): string {
  return `MisplacedProperty: chart "${name}" gives ${property}, but a chart of ${kind === "app" ? "an app" : "a cluster"} profile ${why}; leave it out`;
}
