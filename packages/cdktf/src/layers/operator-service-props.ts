import type { RegistryProps } from "./registry-props";

/** Any service that Palette has a pack for, in Palette's own names. */
export interface OperatorServiceProps extends RegistryProps {
  /** The tier's name, unique in the profile. */
  readonly name: string;

  /** The pack's name in its registry, such as `postgresql-operator`. */
  readonly packName: string;

  /** The pack's version. */
  readonly tag: string;

  /**
   * What the service is told, such as `databaseName`.
   * @default - none
   */
  readonly properties?: { [name: string]: string };

  /**
   * The same for what nobody may read, such as passwords. Shown in no plan.
   * @default - none
   */
  readonly sensitiveProperties?: { [name: string]: string };

  /**
   * When the tier is deployed: lower numbers first. Must agree with the order of the tiers that use each other.
   * @default 0
   */
  readonly installOrder?: number;
}
