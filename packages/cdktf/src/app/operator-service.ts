import { SERVICES, type ServiceName, type TierModel } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import type { MinioProps } from "./minio-props";
import type { MongodbProps } from "./mongodb-props";
import type { MysqlProps } from "./mysql-props";
import type { OperatorServiceProps } from "./operator-service-props";
import type { PostgresProps } from "./postgres-props";
import type { RedisProps } from "./redis-props";
import type { ServiceProps } from "./service-props";
import type { VaultProps } from "./vault-props";

/**
 * A service that Palette brings, for `AppProfile.addService`. Its secrets go among the sensitive properties, which no plan
 * shows; the program's output in `cdktf.out` does, so take them from a `TerraformVariable`.
 */
export class OperatorService {
  /** @internal */
  readonly _outputs: string[];
  private readonly tier: Partial<TierModel>;

  private constructor(tier: Partial<TierModel>, outputs: string[]) {
    this.tier = tier;
    this._outputs = outputs;
  }

  /** A PostgreSQL database. */
  static postgres(props: PostgresProps): OperatorService {
    return OperatorService.known("postgres", props);
  }

  /** A MySQL database. */
  static mysql(props: MysqlProps): OperatorService {
    return OperatorService.known("mysql", props);
  }

  /** A MongoDB database. */
  static mongodb(props: MongodbProps): OperatorService {
    return OperatorService.known("mongodb", props);
  }

  /** A Redis store. */
  static redis(props: RedisProps): OperatorService {
    return OperatorService.known("redis", props);
  }

  /** A HashiCorp Vault. */
  static vault(props: VaultProps): OperatorService {
    return OperatorService.known("vault", props);
  }

  /** A MinIO object store. */
  static minio(props: MinioProps): OperatorService {
    return OperatorService.known("minio", props);
  }

  /** Any other service, by its pack's name. */
  static of(props: OperatorServiceProps): OperatorService {
    const { outputs = [] } = Object.values(SERVICES).find(({ packName }) => packName === props.packName) ?? {};
    return new OperatorService(props, outputs);
  }

  private static known(kind: ServiceName, props: ServiceProps): OperatorService {
    const { packName, defaultTag, properties: table, outputs } = SERVICES[kind];
    const given = new Map<string, unknown>(Object.entries(props));
    const properties: Record<string, string> = {};
    const sensitiveProperties: Record<string, string> = {};
    for (const [key, { property, sensitive }] of Object.entries(table)) {
      const value = given.get(key);
      if (value !== undefined) (sensitive ? sensitiveProperties : properties)[property] = textOf(value);
    }
    const { tag = defaultTag, registryName, registryUid, installOrder } = props;
    const pack = { packName: props.packName ?? packName, tag, registryName, registryUid, installOrder };
    return new OperatorService({ ...pack, properties, sensitiveProperties }, outputs);
  }

  /** @internal */
  _tier(name: string): TierModel {
    const { properties, sensitiveProperties, ...pack } = this.tier;
    return {
      ...pack,
      name,
      type: "operator-instance",
      properties: someOf(properties),
      sensitiveProperties: someOf(sensitiveProperties),
      manifests: [],
    };
  }
}

/** Palette takes texts alone; Terraform makes one of whatever a token turns out to be. */
function textOf(value: unknown): string {
  return Token.isUnresolved(value) ? Token.asString(value) : String(value);
}

function someOf(properties: Record<string, string> = {}): Record<string, string> | undefined {
  return Object.keys(properties).length > 0 ? properties : undefined;
}
