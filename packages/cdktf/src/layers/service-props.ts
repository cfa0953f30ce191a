import type { RegistryProps } from "./registry-props";

/** What every service of an app profile takes. */
export interface ServiceProps extends RegistryProps {
  /** The tier's name, unique in the profile. */
  readonly name: string;

  /**
   * The version of the service's pack, such as `1.8.2`; not of what it runs.
   * @default - a version that Palette offers; of Vault it must be given
   */
  readonly tag?: string;

  /**
   * The pack's name in its registry.
   * @default - the name that it has in Palette's own registry
   */
  readonly packName?: string;

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
