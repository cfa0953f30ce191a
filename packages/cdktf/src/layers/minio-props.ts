import type { ServiceProps } from "./service-props";

/** A MinIO object store. Source: public samples. */
export interface MinioProps extends ServiceProps {
  /** The name of the user, who may do everything. */
  readonly userName: string;

  /** The password of the user, in base64, as Palette wants it. Shown in no plan. */
  readonly password: string;

  /** The size of its volume in GiB. */
  readonly volumeSize: number;
}
