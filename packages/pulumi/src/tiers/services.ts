import type {
  MinioInput,
  MongodbInput,
  MysqlInput,
  OtherServiceInput,
  PostgresInput,
  RedisInput,
  ServiceInput,
  ServiceName,
  VaultInput,
} from "@palette-profiles/profiles";
import * as pulumi from "@pulumi/pulumi";
import { profilesPackage } from "../profiles-package";
import { type Tier, type TierInput, withoutAbsent } from "./given";

export type PostgresTierArgs = TierInput<PostgresInput>;
export type MysqlTierArgs = TierInput<MysqlInput>;
export type MongodbTierArgs = TierInput<MongodbInput>;
export type RedisTierArgs = TierInput<RedisInput>;
export type VaultTierArgs = TierInput<VaultInput>;
export type MinioTierArgs = TierInput<MinioInput>;
export type ServiceTierArgs = TierInput<OtherServiceInput>;

/** A PostgreSQL database. Its output variables: `USERNAME`, `PASSWORD`, `POSTGRESMSTR_SVC`, `POSTGRESMSTR_SVC_PORT`. */
export function postgres(args: PostgresTierArgs): Tier {
  return knownService("postgres", args);
}

/** A MySQL database. Of its output variables: `ROOT_PASSWORD`, `MYSQLMSTR_SVC`, `MYSQLMSTR_SVC_PORT`. */
export function mysql(args: MysqlTierArgs): Tier {
  return knownService("mysql", args);
}

/** A MongoDB database. Its output variables: `USERNAME`, `PASSWORD`, `MONGO_URI`, `MONGO_URI_SRV`. */
export function mongodb(args: MongodbTierArgs): Tier {
  return knownService("mongodb", args);
}

/** A Redis store. Of its output variables: `USERNAME`, `PASSWORD`, `REDISMSTR_SVC`, `REDISMSTR_SVC_PORT`. */
export function redis(args: RedisTierArgs): Tier {
  return knownService("redis", args);
}

/** A HashiCorp Vault; the embedded catalog has its pack, Palette's name for it is our reading. Of its output variables: `VAULT_ROOT_TOKEN`, `VAULTMSTR_SVC`. */
export function vault(args: VaultTierArgs): Tier {
  return knownService("vault", args);
}

/** A MinIO object store. Palette documents no output variables of it. */
export function minio(args: MinioTierArgs): Tier {
  return knownService("minio", args);
}

/** Any other service, by its pack's name, with its properties as Palette names them. */
export function service(args: ServiceTierArgs): Tier {
  const { name, packName, tag, registryName, installOrder, properties, sensitiveProperties } = args;
  return withoutAbsent({
    name,
    type: "operator-instance",
    packName,
    tag,
    registryName,
    installOrder,
    properties,
    sensitiveProperties: sensitiveProperties && pulumi.secret(sensitiveProperties),
  } as Tier);
}

/** What is given goes under Palette's names, and what is secret among the secrets. */
function knownService(kind: ServiceName, args: TierInput<ServiceInput>): Tier {
  const { packName, defaultTag, properties: known } = profilesPackage().SERVICES[kind];
  const given = new Map<string, unknown>(Object.entries(args));
  const properties: Record<string, pulumi.Input<string>> = {};
  const secrets: Record<string, pulumi.Input<string>> = {};
  for (const [key, { property, sensitive }] of Object.entries(known)) {
    const value = given.get(key);
    if (value !== undefined && value !== null) (sensitive ? secrets : properties)[property] = textOf(value);
  }
  const tag = args.tag ?? defaultTag;
  return service({
    name: args.name,
    packName: args.packName ?? packName,
    ...(tag === undefined ? {} : { tag }),
    ...(args.registryName === undefined ? {} : { registryName: args.registryName }),
    ...(args.installOrder === undefined ? {} : { installOrder: args.installOrder }),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(Object.keys(secrets).length > 0 ? { sensitiveProperties: secrets } : {}),
  });
}

/** Palette takes all properties as texts. */
function textOf(value: unknown): pulumi.Input<string> {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return pulumi.output(value as pulumi.Input<string | number>).apply(String);
}
