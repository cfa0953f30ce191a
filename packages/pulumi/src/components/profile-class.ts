import type * as pulumi from "@pulumi/pulumi";
import type { ClusterProfileArgs } from "../cluster-profile.generated";

/** What a component needs of a cluster profile's resource, in whichever mode it is. */
export type ProfileResource = pulumi.CustomResource & {
  readonly uid: pulumi.Output<string>;
};

/** A class of such resources: that of this package, or that of the native provider. */
export type ProfileClass<Profile extends ProfileResource> = new (
  name: string,
  args: ClusterProfileArgs,
  opts?: pulumi.CustomResourceOptions,
) => Profile;
