import type { Construct } from "constructs";
import type { ClusterProfileProps } from "../cluster/cluster-profile-props";
import { chosenFor } from "./implementation";
import { MovedBlocks } from "./moved-blocks";
import { PaletteClusterProfile } from "./palette/palette-cluster-profile";
import type { ClusterProfileResource } from "./profile-resources";
import { SpectrocloudClusterProfile } from "./spectrocloud/spectrocloud-cluster-profile";

/** The profile as the provider of its place has it, moved there from where it was. */
export function clusterProfileResource(scope: Construct, props: ClusterProfileProps): ClusterProfileResource {
  const { movedFrom, ...rest } = props;
  const { implementation, moved } = chosenFor(scope, props.provider);
  const profile =
    implementation === "spectrocloud"
      ? new SpectrocloudClusterProfile(scope, rest)
      : new PaletteClusterProfile(scope, rest);
  const officialType = moved ? "spectrocloud_cluster_profile" : undefined;
  if ((officialType ?? movedFrom) !== undefined) new MovedBlocks(profile.resource, officialType, movedFrom);
  return profile;
}
