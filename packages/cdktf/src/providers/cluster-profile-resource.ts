import type { Construct } from "constructs";
import type { ClusterProfileProps } from "../cluster/cluster-profile-props";
import { chosenFor } from "./implementation";
import { PaletteClusterProfile } from "./palette/palette-cluster-profile";
import type { ClusterProfileResource } from "./profile-resources";
import { SpectrocloudClusterProfile } from "./spectrocloud/spectrocloud-cluster-profile";

/** The profile as the provider of its place has it. */
export function clusterProfileResource(scope: Construct, props: ClusterProfileProps): ClusterProfileResource {
  const { implementation, moved } = chosenFor(scope, props.provider);
  if (implementation === "spectrocloud") return new SpectrocloudClusterProfile(scope, props);
  return new PaletteClusterProfile(scope, props, moved);
}
