import type { LayerModel, TierModel } from "@palette-profiles/profiles";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import { AppTier } from "./app-tier";
import type { ILayer } from "./i-layer";
import { manifestModels } from "./manifest-models";
import type { ManifestProps } from "./manifest-props";
import { misplaced } from "./misplaced";

/**
 * Kubernetes manifests: a layer of a cluster profile, or a tier of an app profile.
 *
 * @example
 * new Manifest({ name: "web", content: { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } } });
 */
export class Manifest extends AppTier implements ILayer {
  private readonly installOrder: number | undefined;
  private readonly model: LayerModel;

  constructor(props: ManifestProps) {
    super(props.name);
    const { name, content, manifests = [], values } = props;
    this.installOrder = props.installOrder;
    const own = content === undefined ? [] : [{ name, content }];
    const model = {
      name,
      type: "manifest",
      values: valuesText(`the values of layer "${name}"`, values),
      manifests: manifestModels(`layer "${name}"`, [...own, ...manifests]),
    };
    this.model = withOrigins(model, { values });
  }

  /** @internal */
  _layer(): LayerModel {
    if (this.installOrder === undefined) return this.model;
    throw misplaced(`manifest "${this.name}"`, "installOrder", "layers of a cluster profile go by their order");
  }

  /** @internal */
  _tier(): TierModel {
    return { ...this.model, installOrder: this.installOrder };
  }
}
