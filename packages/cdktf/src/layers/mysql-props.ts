import type { ServiceProps } from "./service-props";

/** A MySQL database. Source: docs.spectrocloud.com, Service listings, "MySQL", and public samples. */
export interface MysqlProps extends ServiceProps {
  /** The password of the user root, in base64, as Palette wants it. Shown in no plan. */
  readonly rootPassword: string;

  /** The size of its volume in GiB. */
  readonly volumeSize: number;

  /**
   * The version of MySQL, one of those that the pack offers; not of the pack.
   * @default - the pack's choice
   */
  readonly version?: string;
}
