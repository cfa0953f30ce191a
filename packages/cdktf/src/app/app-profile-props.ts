import type { AppTier } from "../layers/app-tier";
import type { ProfileProps } from "../profile/profile-props";

/** What an app profile is. */
export interface AppProfileProps extends ProfileProps {
  /**
   * The tiers, in the order in which they are deployed. Methods such as `addContainer` add more behind them.
   * @default - none but those that are added
   */
  readonly tiers?: AppTier[];
}
