import type { AnyProfile, Kind } from "../model";
import { readAppProfile } from "./app-profile-attributes";
import type { MarkedObject } from "./marked-object";
import { readProfile } from "./profile-attributes";

/** A resource type that holds a profile, with the attributes of Terraform. */
export interface ProfileType {
  kind: Exclude<Kind, "system">;
  read: (from: MarkedObject) => AnyProfile;
  /** Whether another version is made beside the old one, and not out of it: ours does, the official provider's does not. */
  versions: boolean;
}

const CLUSTER = { kind: "cluster", read: readProfile } as const;
const APP = { kind: "app", read: readAppProfile } as const;

/** The resource types that are read: ours, and the official provider's. System profiles are read in a way of their own. */
export const PROFILE_TYPES: ReadonlyMap<string, ProfileType> = new Map([
  ["palette_cluster_profile", { ...CLUSTER, versions: true }],
  ["spectrocloud_cluster_profile", { ...CLUSTER, versions: false }],
  ["palette_app_profile", { ...APP, versions: true }],
  ["spectrocloud_application_profile", { ...APP, versions: false }],
]);

export const SYSTEM_TYPE = "palette_system_profile";

/** The kind of profile that a resource of this type holds; undefined where it holds none. */
export function kindOf(type: string): Kind | undefined {
  return type === SYSTEM_TYPE ? "system" : PROFILE_TYPES.get(type)?.kind;
}
