import { SERVICES, type ServiceName, type TierModel } from "@palette-profiles/profiles";
import { plainText } from "../values/plain-text";
import { AppTier } from "./app-tier";
import type { MinioProps } from "./minio-props";
import type { MongodbProps } from "./mongodb-props";
import type { MysqlProps } from "./mysql-props";
import type { OperatorServiceProps } from "./operator-service-props";
import type { PostgresProps } from "./postgres-props";
import type { RedisProps } from "./redis-props";
import { registryOf } from "./registry-of";
import type { RegistryProps } from "./registry-props";
import type { ServiceProps } from "./service-props";
import type { VaultProps } from "./vault-props";

/**
 * A tier that is a service which Palette brings. Its secrets go among the sensitive properties, which no plan shows; the
 * program's output in `cdktf.out` does, so take them from a `TerraformVariable`. What is asked for here and not known of
 * the service is an error that names what is; `output` takes any name.
 *
 * @example
 * const db = OperatorService.postgres({ name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 });
 */
export class OperatorService extends AppTier {
  /** A PostgreSQL database. */
  static postgres(props: PostgresProps): OperatorService {
    return OperatorService.standard("postgres", props);
  }

  /** A MySQL database. */
  static mysql(props: MysqlProps): OperatorService {
    return OperatorService.standard("mysql", props);
  }

  /** A MongoDB database. */
  static mongodb(props: MongodbProps): OperatorService {
    return OperatorService.standard("mongodb", props);
  }

  /** A Redis store. */
  static redis(props: RedisProps): OperatorService {
    return OperatorService.standard("redis", props);
  }

  /** A HashiCorp Vault. */
  static vault(props: VaultProps): OperatorService {
    return OperatorService.standard("vault", props);
  }

  /** A MinIO object store. */
  static minio(props: MinioProps): OperatorService {
    return OperatorService.standard("minio", props);
  }

  /** Any other service, by its pack's name. */
  static of(props: OperatorServiceProps): OperatorService {
    const { outputs = [] } = Object.values(SERVICES).find(({ packName }) => packName === props.packName) ?? {};
    return new OperatorService(props, outputs);
  }

  private static standard(kind: ServiceName, props: ServiceProps): OperatorService {
    const { packName, defaultTag, properties: table, outputs } = SERVICES[kind];
    const given = new Map<string, unknown>(Object.entries(props));
    const properties: Record<string, string> = {};
    const sensitiveProperties: Record<string, string> = {};
    for (const [key, { property, sensitive }] of Object.entries(table)) {
      const value = given.get(key);
      if (value !== undefined) (sensitive ? sensitiveProperties : properties)[property] = plainText(value);
    }
    const { name, tag = defaultTag, registry, registryName, registryUid, installOrder } = props;
    const kept = { registry, registryName, registryUid };
    const pack = { name, packName: props.packName ?? packName, tag, ...kept, installOrder };
    return new OperatorService({ ...pack, properties, sensitiveProperties }, outputs);
  }

  private readonly outputs: string[];
  private readonly tier: TierModel;

  /** @param outputs the output variables that the service is known to have */
  private constructor({ registry, ...props }: Omit<TierModel, "manifests"> & RegistryProps, outputs: string[]) {
    super(props.name);
    this.outputs = outputs;
    this.tier = {
      ...props,
      ...registryOf(`service "${props.name}"`, { registry, ...props }),
      type: "operator-instance",
      properties: someOf(props.properties),
      sensitiveProperties: someOf(props.sensitiveProperties),
      manifests: [],
    };
  }

  /** The address of its Kubernetes service within the cluster, such as `POSTGRESMSTR_SVC`. */
  get service(): string {
    return this.known("service", /_SVC$/);
  }

  /** Its port, such as `POSTGRESMSTR_SVC_PORT`. */
  get port(): string {
    return this.known("port", /_SVC_PORT$/);
  }

  /** Its namespace, such as `REDISMSTR_SVC_NAMESPACE`. */
  get namespace(): string {
    return this.known("namespace", /_SVC_NAMESPACE$/);
  }

  /** Its user: `USERNAME`. */
  get userName(): string {
    return this.known("userName", /^USERNAME$/);
  }

  /** The password of its user: `PASSWORD`, or of MySQL `ROOT_PASSWORD`. */
  get password(): string {
    return this.known("password", /^(?:ROOT_)?PASSWORD$/);
  }

  /** All that a client of MongoDB needs: `MONGO_URI`. */
  get uri(): string {
    return this.known("uri", /^MONGO_URI$/);
  }

  /** The root token of Vault: `VAULT_ROOT_TOKEN`. */
  get rootToken(): string {
    return this.known("rootToken", /_ROOT_TOKEN$/);
  }

  private known(what: string, variable: RegExp): string {
    const found = this.outputs.find((output) => variable.test(output));
    if (found !== undefined) return this.output(found);
    const advice =
      this.outputs.length > 0
        ? `it has ${this.outputs.join(", ")}; take one of these, or another one by output(NAME)`
        : "none of this service is documented; where it has one, take it by output(NAME)";
    throw new Error(`UnknownOutput: tier "${this.name}" has no known output variable for "${what}": ${advice}`);
  }

  /** @internal */
  _tier(): TierModel {
    return this.tier;
  }
}

function someOf(properties: Record<string, string> = {}): Record<string, string> | undefined {
  return Object.keys(properties).length > 0 ? properties : undefined;
}
