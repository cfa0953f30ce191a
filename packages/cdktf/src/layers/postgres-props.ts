import type { ServiceProps } from "./service-props";

/** A PostgreSQL database. Source: docs.spectrocloud.com, Service listings, "Postgres", and public samples. */
export interface PostgresProps extends ServiceProps {
  /** The name of the database that is made. */
  readonly databaseName: string;

  /** The name of its user: without "-", and neither "postgres" nor "admin". */
  readonly userName: string;

  /** The size of its volume in GiB. */
  readonly volumeSize: number;

  /**
   * The version of PostgreSQL, one of those that the pack offers; not of the pack.
   * @default - the pack's choice
   */
  readonly version?: string;
}
