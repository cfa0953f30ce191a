import type { LayerModel, ManifestModel, TierModel } from "@palette-profiles/profiles";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import { AppTier } from "./app-tier";
import type { ILayer } from "./i-layer";
import { manifestModels } from "./manifest-models";
import type { ManifestProps } from "./manifest-props";

/**
 * Kubernetes manifests: a layer of a cluster profile, or a tier of an app profile.
 *
 * @example
 * new Manifest({ name: "web", content: { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } } });
 */
export class Manifest extends AppTier implements ILayer {
  private readonly installOrder: number | undefined;
  private readonly model: { name: string; type: string; values?: string; manifests: ManifestModel[] };

  constructor(props: ManifestProps) {
    super(props.name);
    const { name, content, manifests = [], values } = props;
    this.installOrder = props.installOrder;
    const model = {
      name,
      type: "manifest",
      values: valuesText(`the values of layer "${name}"`, values),
      manifests: manifestModels([...(content === undefined ? [] : [{ name, content }]), ...manifests]),
    };
    this.model = withOrigins(model, { values });
  }

  /** @internal */
  _layer(): LayerModel {
    if (this.installOrder === undefined) return this.model;
    throw new Error(
      `MisplacedProperty: manifest "${this.name}" gives installOrder, but layers of a cluster profile go by their order; leave it out`,
    );
  }

  /** @internal */
  _tier(): TierModel {
    return { ...this.model, installOrder: this.installOrder };
  }
}
