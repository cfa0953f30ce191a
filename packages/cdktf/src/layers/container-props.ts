import type { VolumeProps } from "./volume-props";

/** A tier that is a container. Give `image`, and what goes with it; or `values`. */
export interface ContainerProps {
  /** The tier's name, unique in the profile. */
  readonly name: string;

  /**
   * The image, with its registry's address unless it is Docker Hub's: `ghcr.io/spectrocloud/hello-universe:1.0.12`.
   * @default - must be given, unless `values` is
   */
  readonly image?: string;

  /**
   * The address of the registry that holds the image.
   * @default - as the image says
   */
  readonly registryUrl?: string;

  /**
   * How many of it run: 1 to 10.
   * @default - one
   */
  readonly replicas?: number;

  /**
   * The ports that it listens on, each 1 to 65535.
   * @default - none
   */
  readonly ports?: number[];

  /**
   * Who reaches it: `private`, the cluster alone; or `public`, everybody, through a load balancer. No token.
   * @default "private"
   */
  readonly access?: string;

  /**
   * Environment variables. Outputs of tiers before this one may stand in the values.
   * @default - those of the image
   */
  readonly env?: { [name: string]: string };

  /**
   * What it keeps when it stops.
   * @default - none
   */
  readonly volumes?: VolumeProps[];

  /**
   * In place of the image's own entry point.
   * @default - the image's
   */
  readonly command?: string[];

  /**
   * In place of the image's own arguments.
   * @default - the image's
   */
  readonly args?: string[];

  /**
   * The tier's whole values in place of all of the above: an object, YAML, or `Values`, with `containerService` in it.
   * @default - made of the above
   */
  readonly values?: any;

  /**
   * The version of the pack `container`, which runs the image; not of the image.
   * @default - the newest
   */
  readonly packTag?: string;

  /**
   * The pack registry that holds the pack `container`, by name; not the image's. Give this or `packRegistryUid`.
   * @default - the only registry that has it
   */
  readonly packRegistryName?: string;

  /**
   * The pack registry that holds the pack `container`, by uid.
   * @default - the only registry that has it
   */
  readonly packRegistryUid?: string;

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
