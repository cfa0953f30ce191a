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
import { PackLookups } from "./pack-lookups";
import { refusedHeader } from "./refused-header";
import { refusedLayers, refusedVariables } from "./refused-layers";

/** A cluster profile of the official provider, as far as that can do what the construct can. */
export class SpectrocloudClusterProfile implements ClusterProfileResource {
  readonly resource: ClusterProfile;
  private readonly lookups: PackLookups;
  private readonly layers: LayerModel[] = [];
  private readonly packs: ClusterProfilePack[] = [];
  private readonly variables: CheckedVariable[] = [];

  constructor(
    scope: Construct,
    private readonly props: ClusterProfileProps,
  ) {
    const { name, version, context, description, tags, type, cloud, skipDestroy, provider, timeouts } = props;
    const plain = terraformTexts({ name, version, context, description, tags, type, cloud, skipDestroy });
    // CDKTF leaves "Default" out of Terraform's address, as beneath our provider: a switch keeps the id.
    this.resource = new ClusterProfile(scope, "Default", { ...plain, provider, timeouts });
    this.lookups = new PackLookups(scope, provider);
  }

  addLayer(layer: LayerModel): void {
    this.layers.push(layer);
    this.packs.push(this.packOf(layer));
    this.resource.putPack(this.packs);
  }

  addVariable(variable: CheckedVariable): void {
    this.variables.push(variable);
    const written: ClusterProfileProfileVariablesVariable[] = terraformTexts(this.variables);
    this.resource.putProfileVariables({ variable: written });
  }

  refusals(): string[] {
    return [...refusedHeader(this.props), ...refusedLayers(this.layers), ...refusedVariables(this.variables)];
  }

  /**
   * Without a uid of its own a layer would get that of the layer which stood in its place before, or of its tag before;
   * and without values none at all.
   */
  private packOf({ name, type, tag, uid, values, manifests, ...named }: LayerModel): ClusterProfilePack {
    const manifest = manifests.length === 0 ? undefined : manifests;
    if (type === "manifest") return terraformTexts({ name, type, values, manifest });
    const registryUid = this.lookups.registryUid(named);
    const given = terraformTexts({ name, type, tag, uid, registryUid, values, manifest });
    if (uid !== undefined && tag !== undefined && values !== undefined) return given;
    const key = uid === undefined ? { name, version: tag, registryUid } : { id: uid };
    const pack = this.lookups.pack(name, type === "helm" ? { ...key, type } : key);
    return { ...given, tag: given.tag ?? pack.version, uid: given.uid ?? pack.id, values: given.values ?? pack.values };
  }
}
