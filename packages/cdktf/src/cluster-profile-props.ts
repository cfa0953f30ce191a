import type { ProfileProps } from "./profile-props";

/** What a cluster profile is, beside its layers and variables. */
export interface ClusterProfileProps extends ProfileProps {
  /**
   * `add-on`, `infra`, or `cluster`, which Palette's pages call full. A change replaces the profile.
   * @default "add-on"
   */
  readonly type?: string;

  /**
   * The cloud that the profile is for, such as `aws`, or `all`. A change replaces the profile.
   * @default "all"
   */
  readonly cloud?: string;
}
