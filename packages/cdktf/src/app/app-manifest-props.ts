import type { ManifestProps } from "../manifest-props";

/** A tier of manifests alone. Give `content`, or `manifests`, or both. */
export interface AppManifestProps {
  /**
   * The manifest that is named as the tier is: Kubernetes YAML, of one or more documents; or an object, or an array of
   * objects, a document each. What names no namespace lands in `default`.
   * @default - the tier holds `manifests` alone
   */
  readonly content?: string | object;

  /**
   * Manifests with names of their own, after `content`.
   * @default - none
   */
  readonly manifests?: ManifestProps[];

  /**
   * The tier's values: YAML, or an object.
   * @default - none
   */
  readonly values?: string | object;

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
