import type * as pulumi from "@pulumi/pulumi";
import type { ClusterProfileArgs, ClusterProfilePackArgs } from "../cluster-profile.generated";
import type { ProfileClass, ProfileResource } from "./profile-class";

/** What the platform says once for all its profiles. */
type OfThePlatform = "context" | "project" | "type";

/** An add-on profile of a platform. Its `version` is the platform's, unless it has one of its own. */
export type PlatformAddonArgs = Omit<ClusterProfileArgs, OfThePlatform | "name"> & {
  /** The profile's name, unique in the platform. */
  name: string;
};

/** The profile that a platform's clusters stand on: a pack for each layer, so that none is missing or out of order. */
export type PlatformInfraArgs = Omit<ClusterProfileArgs, OfThePlatform | "name" | "packs"> & {
  /** The profile's name. Default: the platform's own. */
  name?: string;
  /** The operating system. */
  os: ClusterProfilePackArgs;
  /** The distribution of Kubernetes. */
  kubernetes: ClusterProfilePackArgs;
  /** The network (CNI). */
  network: ClusterProfilePackArgs;
  /** The storage (CSI). Only clouds such as `edge-native` do without; for the others the preview asks for it. */
  storage?: ClusterProfilePackArgs;
};

/** What a {@link PlatformStack} is. */
export interface PlatformStackArgs<Profile extends ProfileResource> {
  /** The version of all profiles that name none. Default `1.0.0`. */
  version?: pulumi.Input<string>;
  /** `project` or `tenant`, for all profiles. Default `project`. */
  context?: pulumi.Input<string>;
  /** The project of all profiles, by name. Default: the configuration's. */
  project?: pulumi.Input<string>;
  /** Tags of all profiles, before each one's own. */
  tags?: pulumi.Input<pulumi.Input<string>[]>;
  /** What clusters stand on. */
  infra: PlatformInfraArgs;
  /** What runs in them, in the order in which clusters get it. */
  addons?: readonly PlatformAddonArgs[];
  /** The class of the profiles. Default: `ClusterProfile` of this package. */
  profileClass?: ProfileClass<Profile>;
}
