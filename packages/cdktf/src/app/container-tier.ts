import { AppTier } from "./app-tier";

/** A container of an app profile. Source of the outputs: docs.spectrocloud.com, App Profiles, "Output Variables". */
export class ContainerTier extends AppTier {
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
