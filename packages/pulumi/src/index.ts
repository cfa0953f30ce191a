export { AppProfile } from "./app-profile";
export type * from "./app-profile.generated";
export { ClusterProfile } from "./cluster-profile";
export type * from "./cluster-profile.generated";
export * from "./components";
export * from "./layers";
export { SystemProfile } from "./system-profile";
export type * from "./system-profile.generated";
export * as tiers from "./tiers";
