import type { AttachedManifestProps } from "../layers/attached-manifest-props";

/** What is changed in a layer of a system profile. What is left out stays as it is, and follows Palette's upgrades. */
export interface LayerChangeProps {
  /**
   * Only what differs from Palette's own values of the layer, such as `podCIDR`: an object, YAML, or
   * `Values`. It is laid over whatever an upgrade brings. Give this or `values`.
   * @default - nothing differs
   */
  readonly overrides?: any;

  /**
   * The layer's whole values: an object, YAML, or `Values`. What an upgrade changes elsewhere in them is kept.
   * @default - Palette's, with `overrides`
   */
  readonly values?: any;

  /**
   * The pack's version.
   * @default - the one that the profile has, and that upgrades of Palette bring
   */
  readonly tag?: string;

  /**
   * Paths, as a conflict names them, at which what is written here wins over what an upgrade of Palette brought.
   * @default - none: a conflict stops the plan
   */
  readonly overwrite?: string[];

  /**
   * Manifests of the layer that are changed, each as a whole. What an upgrade changes elsewhere in them is kept.
   * @default - none
   */
  readonly manifests?: AttachedManifestProps[];
}
