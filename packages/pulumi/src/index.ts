export { ClusterProfile } from "./cluster-profile";
export type * from "./cluster-profile.generated";
