/** The services that Palette offers out of the box and that have typed builders. */
export type ServiceName = "postgres" | "mysql" | "mongodb" | "redis" | "vault" | "minio";

/** What a service asks for under one property of its tier. */
export interface ServiceProperty {
  /** The property's name in Palette, `dbUserName`. */
  property: string;
  /** Belongs into `sensitiveProperties`. */
  sensitive?: true;
  kind: "text" | "number";
  unit?: "GiB";
  required?: true;
  description: string;
  /** Palette takes the value encoded in base64; nothing here encodes it. */
  base64?: true;
  /** Seen in no public sample or document: our reading of the screen that asks for it. */
  assumed?: true;
}

/** A service: its pack, what it asks for, and what it tells the tiers after it. */
export interface ServiceDescription {
  packName: string;
  /** The pack's version in public samples. */
  defaultTag?: string;
  /** By the name that the builders take. */
  properties: Record<string, ServiceProperty>;
  /** Other property names that other versions of the pack take. */
  alsoKnown?: readonly string[];
  /** Output variables, as in `{{.spectro.app.$appDeploymentName.TIER.OUTPUT}}`; empty where none are documented. */
  outputs: string[];
  /** The pack's name is seen in no public sample or document. */
  assumedPack?: true;
}

const version = (of: string): ServiceProperty => ({
  property: "version",
  kind: "text",
  description: `The version of ${of} to run, one of those that the pack offers.`,
});

const volumeSize = (property: string, required?: true): ServiceProperty => ({
  property,
  kind: "number",
  unit: "GiB",
  ...(required ? { required } : {}),
  description: "Size of the volume in GiB, within what the cluster group and the virtual cluster have.",
});

const password = (property: string, whose: string): ServiceProperty => ({
  property,
  kind: "text",
  sensitive: true,
  base64: true,
  required: true,
  description: `The password of ${whose}, encoded in base64, as Palette wants it; it is passed on as it is.`,
});

/**
 * The services by name. Properties and versions are those of public Terraform samples for Palette, outputs those of the docs'
 * service listings. What no source shows is marked `assumed`; MinIO's outputs are documented nowhere.
 */
export const SERVICES: Record<ServiceName, ServiceDescription> = {
  postgres: {
    packName: "postgresql-operator",
    defaultTag: "1.8.2",
    properties: {
      databaseName: {
        property: "databaseName",
        kind: "text",
        required: true,
        description: "The name of the database that is made.",
      },
      userName: {
        property: "dbUserName",
        kind: "text",
        required: true,
        description: 'The name of the database\'s user: without "-", and neither "postgres" nor "admin".',
      },
      volumeSize: volumeSize("databaseVolumeSize", true),
      version: version("PostgreSQL"),
    },
    outputs: ["USERNAME", "PASSWORD", "POSTGRESMSTR_SVC", "POSTGRESMSTR_SVC_PORT"],
  },
  mysql: {
    packName: "mysql-operator",
    defaultTag: "0.6.2",
    properties: {
      rootPassword: password("dbRootPassword", "the user root"),
      volumeSize: volumeSize("dbVolumeSize", true),
      version: version("MySQL"),
    },
    alsoKnown: ["dbVersion"],
    outputs: ["ROOT_PASSWORD", "MYSQLMSTR_SVC", "MYSQLMSTR_SVC_PORT", "MYSQLMSTR_NS", "MYSQLMSTR_SVC_NAMESPACE"],
  },
  mongodb: {
    packName: "mongodb-community-operator",
    defaultTag: "0.7.6",
    properties: {
      userName: {
        property: "userName",
        kind: "text",
        required: true,
        description: "The name of the database's user.",
        assumed: true,
      },
      password: { ...password("userPassword", "the database's user"), assumed: true },
      volumeSize: { ...volumeSize("volumeSize", true), assumed: true },
      version: { ...version("MongoDB"), assumed: true },
    },
    outputs: ["USERNAME", "PASSWORD", "MONGO_URI", "MONGO_URI_SRV"],
  },
  redis: {
    packName: "redis-operator",
    defaultTag: "6.2.19-1",
    properties: {
      password: password("userPassword", "the user"),
      volumeSize: volumeSize("redisVolumeSize", true),
    },
    alsoKnown: ["databaseName", "databaseVolumeSize"],
    outputs: ["USERNAME", "PASSWORD", "REDISMSTR_SVC", "REDISMSTR_SVC_PORT", "REDISMSTR_NS", "REDISMSTR_SVC_NAMESPACE"],
  },
  vault: {
    packName: "vault-operator",
    assumedPack: true,
    properties: { volumeSize: { ...volumeSize("volumeSize", true), assumed: true } },
    outputs: ["VAULT_ROOT_TOKEN", "VAULTMSTR_SVC", "VAULTMSTR_SVC_PORT", "VAULTMSTR_SVC_NAMESPACE"],
  },
  minio: {
    packName: "minio-operator",
    defaultTag: "4.5.4",
    properties: {
      userName: {
        property: "minioUsername",
        kind: "text",
        required: true,
        description: "The name of the user, who may do everything.",
      },
      password: password("minioUserPassword", "the user"),
      volumeSize: volumeSize("volumeSize", true),
    },
    outputs: [],
  },
};

/** The service that a pack is; undefined for one that is not in the table. */
export function serviceOfPack(packName: string | undefined): ServiceDescription | undefined {
  return Object.values(SERVICES).find((service) => service.packName === packName);
}
