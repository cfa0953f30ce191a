/** What every service of an app profile takes. */
export interface ServiceProps {
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
   * The registry that holds the pack, by name. Give this or `registryUid`.
   * @default - the only registry that has the pack
   */
  readonly registryName?: string;

  /**
   * The registry that holds the pack, by uid.
   * @default - the only registry that has the pack
   */
  readonly registryUid?: string;

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
