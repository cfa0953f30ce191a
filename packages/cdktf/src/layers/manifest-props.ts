import type { AttachedManifestProps } from "./attached-manifest-props";

/** A layer or a tier of manifests alone. Give `content`, or `manifests`, or both. */
export interface ManifestProps {
  /** The layer's name, unique in the profile. */
  readonly name: string;

  /**
   * The manifest that is named as the layer is: Kubernetes YAML, of one or more documents; an object, or an array of
   * objects, a document each; or `Values`, such as those of a file. What names no namespace lands in `default`.
   * @default - the layer holds `manifests` alone
   */
  readonly content?: any;

  /**
   * Manifests with names of their own, after `content`.
   * @default - none
   */
  readonly manifests?: AttachedManifestProps[];

  /**
   * The layer's values: an object, such as `{ pack: { namespace: "web" } }`, YAML, or `Values`.
   * @default - none
   */
  readonly values?: any;

  /**
   * In app profiles: when the tier is deployed, lower numbers first. Must agree with the order of the tiers that use each
   * other.
   * @default 0
   */
  readonly installOrder?: number;
}
