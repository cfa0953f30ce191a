import type { TierModel } from "@palette-profiles/profiles";
import { withOrigins } from "../values/values-origin";
import { AppTier } from "./app-tier";
import type { ContainerProps } from "./container-props";
import { containerValues } from "./container-values";

/**
 * A tier that is a container. Source of the outputs: docs.spectrocloud.com, App Profiles, "Output Variables".
 *
 * @example
 * new Container({ name: "api", image: "ghcr.io/example/shop-api:1.4.0", ports: [8080], env: { DB_HOST: db.service } });
 */
export class Container extends AppTier {
  private readonly tier: TierModel;
  private readonly problems: string[];

  constructor(props: ContainerProps) {
    super(props.name);
    const { name, packTag: tag, packRegistryName: registryName, packRegistryUid: registryUid, installOrder } = props;
    const { values, problems } = containerValues(props);
    const tier = { name, type: "container", tag, registryName, registryUid, installOrder, values, manifests: [] };
    this.tier = withOrigins(tier, { values: props.values });
    this.problems = problems;
  }

  /** @internal */
  _tier(): TierModel {
    return this.tier;
  }

  /** @internal */
  override _problems(): string[] {
    return this.problems;
  }

  /** The address of its Kubernetes service within the cluster: `CONTAINER_SVC`. */
  get service(): string {
    return this.output("CONTAINER_SVC");
  }

  /** The first of its ports: `CONTAINER_SVC_PORT`. */
  get port(): string {
    return this.output("CONTAINER_SVC_PORT");
  }

  /** Its namespace: `CONTAINER_NAMESPACE`. */
  get namespace(): string {
    return this.output("CONTAINER_NAMESPACE");
  }

  /** Where access is public, its name outside of the cluster: `CONTAINER_SVC_EXTERNALHOSTNAME`. */
  get externalHostname(): string {
    return this.output("CONTAINER_SVC_EXTERNALHOSTNAME");
  }

  /** Where access is public, its address outside of the cluster: `CONTAINER_SVC_EXTERNALIP`. */
  get externalIp(): string {
    return this.output("CONTAINER_SVC_EXTERNALIP");
  }
}
