export { PlatformStack } from "./platform-stack";
export type { PlatformAddonArgs, PlatformInfraArgs, PlatformStackArgs } from "./platform-stack-args";
export type { ProfileClass, ProfileResource } from "./profile-class";
export { ProfileSet, type ProfileSetArgs } from "./profile-set";
