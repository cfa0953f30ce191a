import type { ServiceProps } from "./service-props";

/** A HashiCorp Vault. Source: docs.spectrocloud.com, Service listings, "Vault"; the names of its pack and its property are our reading. */
export interface VaultProps extends ServiceProps {
  /** The size of its volume in GiB. */
  readonly volumeSize: number;
}
