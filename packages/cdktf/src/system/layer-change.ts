import type { LayerModel } from "@palette-profiles/profiles";
import type { SystemProfilePack } from "../generated/palette/system-profile";
import { manifestModels } from "../layers/manifest-models";
import { terraformTexts } from "../values/terraform-text";
import { withOrigins } from "../values/values-origin";
import { valuesText } from "../values/values-text";
import type { LayerChangeProps } from "./layer-change-props";

/** A layer of a system profile as the program changes it. */
export type LayerChange = LayerModel & Pick<LayerChangeProps, "overwrite">;

export function layerChange(name: string, props: LayerChangeProps): LayerChange {
  const { tag, overwrite, manifests } = props;
  const texts = {
    values: valuesText(`the values of layer "${name}"`, props.values),
    overrides: valuesText(`the overrides of layer "${name}"`, props.overrides),
  };
  return withOrigins(
    { name, tag, ...texts, overwrite, manifests: manifestModels(`layer "${name}"`, manifests) },
    props,
  );
}

/** The change as a block of the generated resource. */
export function layerChangeBlock({ manifests, ...layer }: LayerChange): SystemProfilePack {
  return terraformTexts({ ...layer, manifest: manifests.length === 0 ? undefined : manifests });
}
