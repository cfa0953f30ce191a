import type { ServiceProps } from "./service-props";

/** A Redis store. Source: docs.spectrocloud.com, Service listings, "Redis", and public samples. */
export interface RedisProps extends ServiceProps {
  /** The password of the user, in base64, as Palette wants it. Shown in no plan. */
  readonly password: string;

  /** The size of its volume in GiB. */
  readonly volumeSize: number;
}
