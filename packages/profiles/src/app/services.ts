import type { TierModel } from "../model/app-profile";
import { SERVICES, type ServiceName } from "./service-table";

/** What every service of an app profile takes. */
export interface ServiceInput {
  /** The tier's name, which other tiers refer to. */
  name: string;
  /** The pack's version; the table's `defaultTag` where there is one. */
  tag?: string;
  /** The pack's name in its registry, where it is another one. */
  packName?: string;
  registryName?: string;
  installOrder?: number;
}

/** Source: docs.spectrocloud.com, Service listings, "Postgres", and public samples. */
export interface PostgresInput extends ServiceInput {
  databaseName: string;
  /** Without "-", and neither "postgres" nor "admin". */
  userName: string;
  /** In GiB. */
  volumeSize: number;
  /** Of PostgreSQL, such as "14"; not of the pack. */
  version?: string;
}

/** Source: docs.spectrocloud.com, Service listings, "MySQL", and public samples. */
export interface MysqlInput extends ServiceInput {
  /** In base64, as Palette wants it. */
  rootPassword: string;
  /** In GiB. */
  volumeSize: number;
  /** Of MySQL, such as "5.7"; not of the pack. */
  version?: string;
}

/** Source: docs.spectrocloud.com, Service listings, "MongoDB". The names of its properties are our reading. */
export interface MongodbInput extends ServiceInput {
  userName: string;
  /** In base64, as Palette wants it. */
  password: string;
  /** In GiB. */
  volumeSize: number;
  /** Of MongoDB; not of the pack. */
  version?: string;
}

/** Source: docs.spectrocloud.com, Service listings, "Redis", and public samples. */
export interface RedisInput extends ServiceInput {
  /** In base64, as Palette wants it. */
  password: string;
  /** In GiB. */
  volumeSize: number;
}

/** Source: docs.spectrocloud.com, Service listings, "Vault". The names of its pack and its property are our reading. */
export interface VaultInput extends ServiceInput {
  /** In GiB. */
  volumeSize: number;
}

/** Source: public samples. */
export interface MinioInput extends ServiceInput {
  userName: string;
  /** In base64, as Palette wants it. */
  password: string;
  /** In GiB. */
  volumeSize: number;
}

/** A service by its pack's name, with the properties as Palette names them. */
export interface OtherServiceInput extends ServiceInput {
  packName: string;
  properties?: Record<string, string>;
  sensitiveProperties?: Record<string, string>;
}

/** A PostgreSQL database. */
export function postgres(input: PostgresInput): TierModel {
  return knownService("postgres", input);
}

/** A MySQL database. */
export function mysql(input: MysqlInput): TierModel {
  return knownService("mysql", input);
}

/** A MongoDB database. */
export function mongodb(input: MongodbInput): TierModel {
  return knownService("mongodb", input);
}

/** A Redis store. */
export function redis(input: RedisInput): TierModel {
  return knownService("redis", input);
}

/** A HashiCorp Vault. */
export function vault(input: VaultInput): TierModel {
  return knownService("vault", input);
}

/** A MinIO object store. */
export function minio(input: MinioInput): TierModel {
  return knownService("minio", input);
}

/** Any other service. */
export function service(input: OtherServiceInput): TierModel {
  const { name, packName, tag, registryName, installOrder, properties, sensitiveProperties } = input;
  return {
    name,
    type: "operator-instance",
    packName,
    ...(tag === undefined ? {} : { tag }),
    ...(registryName === undefined ? {} : { registryName }),
    ...(installOrder === undefined ? {} : { installOrder }),
    ...(properties && Object.keys(properties).length > 0 ? { properties } : {}),
    ...(sensitiveProperties && Object.keys(sensitiveProperties).length > 0 ? { sensitiveProperties } : {}),
    manifests: [],
  };
}

/** A service of the table: what it is given goes under Palette's names, and what is secret among the secrets. */
function knownService(kind: ServiceName, input: ServiceInput): TierModel {
  const { packName, defaultTag, properties: known } = SERVICES[kind];
  const given = new Map<string, unknown>(Object.entries(input));
  const properties: Record<string, string> = {};
  const sensitiveProperties: Record<string, string> = {};
  for (const [key, { property, sensitive }] of Object.entries(known)) {
    const value = given.get(key);
    if (value !== undefined && value !== null) (sensitive ? sensitiveProperties : properties)[property] = String(value);
  }
  const tag = input.tag ?? defaultTag;
  return service({ ...input, packName: input.packName ?? packName, tag, properties, sensitiveProperties });
}
