import type { ServiceProps } from "./service-props";

/** A MongoDB database. Source: docs.spectrocloud.com, Service listings, "MongoDB"; the names of its properties in Palette are our reading. */
export interface MongodbProps extends ServiceProps {
  /** The name of the database's user. */
  readonly userName: string;

  /** The password of the database's user, in base64, as Palette wants it. Shown in no plan. */
  readonly password: string;

  /** The size of its volume in GiB. */
  readonly volumeSize: number;

  /**
   * The version of MongoDB, one of those that the pack offers; not of the pack.
   * @default - the pack's choice
   */
  readonly version?: string;
}
