import type { LayerModel } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import type { ILayer } from "./i-layer";
import { manifestModels } from "./manifest-models";
import type { PackProps } from "./pack-props";
import { registryOf } from "./registry-of";

/**
 * A layer that is a pack of a pack registry or of an OCI registry.
 *
 * @example
 * new Pack({ name: "argo-cd", tag: "7.8.2", overrides: { charts: { "argo-cd": { server: { replicas: 2 } } } } });
 */
export class Pack implements ILayer {
  readonly name: string;
  private readonly layer: LayerModel;

  constructor(props: PackProps) {
    const { values, overrides, manifests, registry, ...pack } = props;
    checkType(props);
    this.name = props.name;
    const layer: LayerModel = {
      ...pack,
      ...registryOf(`layer "${props.name}"`, props),
      values: valuesText(`the values of layer "${props.name}"`, values),
      overrides: valuesText(`the overrides of layer "${props.name}"`, overrides),
      manifests: manifestModels(`layer "${props.name}"`, manifests),
    };
    this.layer = withOrigins(layer, props);
  }

  /** @internal */
  _layer(): LayerModel {
    return this.layer;
  }
}

/** Other layers have classes of their own. */
function checkType({ name, type }: PackProps): void {
  if (type === undefined || Token.isUnresolved(type) || type === "spectro" || type === "oci") return;
  throw new Error(
    `UnknownType: pack "${name}" is of the type "${type}"; write "spectro" or "oci", or make it a HelmChart or a Manifest`,
  );
}
