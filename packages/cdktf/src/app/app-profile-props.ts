import type { ProfileProps } from "../profile-props";

/** What an app profile is, beside its tiers. */
export interface AppProfileProps extends ProfileProps {}
