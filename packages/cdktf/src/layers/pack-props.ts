import type { AttachedManifestProps } from "./attached-manifest-props";
import type { RegistryProps } from "./registry-props";

/** A layer that is a pack. */
export interface PackProps extends RegistryProps {
  /** The pack's name in its registry, such as `argo-cd`. */
  readonly name: string;

  /**
   * The pack's version, such as `9.5.6`, or a train such as `9.5.x`.
   * @default - must be given, unless `uid` is
   */
  readonly tag?: string;

  /**
   * Where the pack is kept: `spectro`, a pack registry, or `oci`, an OCI registry.
   * @default "spectro"
   */
  readonly type?: string;

  /**
   * The pack's uid.
   * @default - follows from registry, name and tag
   */
  readonly uid?: string;

  /**
   * The layer's whole values: an object, YAML, or `Values`. Formatting and comments of YAML are not changes.
   * @default - the pack's own default values
   */
  readonly values?: any;

  /**
   * Only what differs from the pack's own default values, as an object, YAML, or `Values`. Maps merge, lists replace, and `null`
   * removes a key; a new tag brings its new defaults. Give this or `values`.
   * @default - the pack's own default values, or `values`
   */
  readonly overrides?: any;

  /**
   * Manifests that come with the layer, such as secrets or custom resources.
   * @default - none
   */
  readonly manifests?: AttachedManifestProps[];
}
