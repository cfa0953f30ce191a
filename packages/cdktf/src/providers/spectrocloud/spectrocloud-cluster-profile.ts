import type { LayerModel } from "@palette-profiles/profiles";
import type { Construct } from "constructs";
import type { ClusterProfileProps } from "../../cluster/cluster-profile-props";
import {
  ClusterProfile,
  type ClusterProfilePack,
  type ClusterProfileProfileVariablesVariable,
} from "../../generated/spectrocloud/cluster-profile";
import { terraformTexts } from "../../values/terraform-text";
import type { CheckedVariable } from "../../variables/variable-model";
import type { ClusterProfileResource } from "../profile-resources";

/** A cluster profile of the official provider, as far as that can do what the construct can. */
export class SpectrocloudClusterProfile implements ClusterProfileResource {
  readonly resource: ClusterProfile;
  private readonly packs: ClusterProfilePack[] = [];
  private readonly variables: ClusterProfileProfileVariablesVariable[] = [];

  constructor(scope: Construct, props: ClusterProfileProps) {
    const { name, version, context, description, tags, type, cloud, skipDestroy, provider, timeouts } = props;
    const plain = terraformTexts({ name, version, context, description, tags, type, cloud, skipDestroy });
    // CDKTF leaves "Default" out of Terraform's address, as beneath our provider: a switch keeps the id.
    this.resource = new ClusterProfile(scope, "Default", { ...plain, provider, timeouts });
  }

  addLayer({ manifests, overrides, ...layer }: LayerModel): void {
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
