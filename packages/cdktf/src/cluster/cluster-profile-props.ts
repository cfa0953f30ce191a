import type { ILayer } from "../layers/i-layer";
import type { ProfileProps } from "../profile/profile-props";
import type { Variable } from "../variables/variable";

/** What a cluster profile is. */
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

  /**
   * The layers, from the bottom up. Methods such as `addPack` add more on top of them.
   * @default - none but those that are added
   */
  readonly layers?: ILayer[];

  /**
   * The profile variables, in the order in which people are asked for values. `addVariable` adds more behind them.
   * @default - none but those that are added
   */
  readonly variables?: Variable[];
}
