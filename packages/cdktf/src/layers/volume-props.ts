/** A volume of a container. */
export interface VolumeProps {
  /** The volume's name, unique in the container. */
  readonly name: string;

  /** In GiB. */
  readonly size: number;

  /** Where it is mounted: the whole path, from `/` on. */
  readonly mountPath: string;
}
