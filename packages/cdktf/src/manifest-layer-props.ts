import type { ManifestProps } from "./manifest-props";

/** A layer of manifests alone. Give `content`, or `manifests`, or both. */
export interface ManifestLayerProps {
  /**
   * The manifest that is named as the layer is: Kubernetes YAML, of one or more documents; or an object, or an array of
   * objects, a document each.
   * @default - the layer holds `manifests` alone
   */
  readonly content?: string | object;

  /**
   * Manifests with names of their own, after `content`.
   * @default - none
   */
  readonly manifests?: ManifestProps[];

  /**
   * The layer's values: YAML, or an object, such as `{ pack: { namespace: "web" } }`.
   * @default - none
   */
  readonly values?: string | object;
}
