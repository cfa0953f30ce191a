import type { LayerModel } from "@palette-profiles/profiles";
import type { Construct } from "constructs";
import type { ClusterProfileProps } from "../../cluster/cluster-profile-props";
import {
  ClusterProfile,
  type ClusterProfilePack,
  type ClusterProfileProfileVariablesVariable,
} from "../../generated/palette/cluster-profile";
import { terraformTexts } from "../../values/terraform-text";
import type { CheckedVariable } from "../../variables/variable-model";
import type { ClusterProfileResource } from "../profile-resources";

/** A cluster profile of our provider, which can do all that the construct can. */
export class PaletteClusterProfile implements ClusterProfileResource {
  readonly resource: ClusterProfile;
  private readonly packs: ClusterProfilePack[] = [];
  private readonly variables: ClusterProfileProfileVariablesVariable[] = [];

  constructor(scope: Construct, props: ClusterProfileProps) {
    const { provider, timeouts, layers, variables, ...plain } = props;
    // CDKTF leaves "Default" out of Terraform's address: palette_cluster_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new ClusterProfile(scope, "Default", { ...terraformTexts(plain), provider, timeouts });
  }

  addLayer({ manifests, ...layer }: LayerModel): void {
    this.packs.push(terraformTexts({ ...layer, manifest: manifests.length === 0 ? undefined : manifests }));
    this.resource.putPack(this.packs);
  }

  addVariable(variable: CheckedVariable): void {
    this.variables.push(terraformTexts(variable));
    this.resource.putProfileVariables({ variable: this.variables });
  }

  refusals(): string[] {
    return [];
  }
}
