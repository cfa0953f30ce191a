import { type LayerModel, type ProfileModel, validateProfile } from "@palette-profiles/profiles";
import { Construct } from "constructs";
import type { ClusterProfileProps } from "./cluster-profile-props";
import * as l1 from "./generated/cluster-profile";
import type { HelmChartProps } from "./helm-chart-props";
import type { IClusterProfile } from "./i-cluster-profile";
import { helmLayer, manifestLayer, packBlock, packLayer } from "./layer";
import type { ManifestLayerProps } from "./manifest-layer-props";
import type { PackProps } from "./pack-props";
import { terraformTexts } from "./terraform-text";
import { type Variable, variableBlock, variableModel } from "./variable";
import type { VariableProps } from "./variable-props";
import { withUnknowns } from "./with-unknowns";

/**
 * A Palette cluster profile. Its layers stand in the order in which they are added: for `infra` and `cluster` profiles
 * the operating system, Kubernetes, network and storage, then add-ons.
 *
 * Rules that need no backend are checked at synth, with the messages that a plan would give.
 *
 * @example
 * const addOns = new ClusterProfile(this, "add-ons", { name: "platform-add-ons" });
 * addOns.addPack({ name: "argo-cd", tag: "9.5.6", values: { charts: { "argo-cd": { server: { replicas: 2 } } } } });
 * new TerraformOutput(this, "uid", { value: addOns.uid });
 */
export class ClusterProfile extends Construct implements IClusterProfile {
  /** The generated resource beneath; from outside `node.defaultChild`. */
  protected readonly resource: l1.ClusterProfile;
  private readonly layers: LayerModel[] = [];
  private readonly variables: Variable[] = [];

  constructor(scope: Construct, id: string, props: ClusterProfileProps) {
    super(scope, id);
    const { provider, timeouts, skipDestroy, immutableVersions, adopt, versionPolicy, retainVersions, ...header } =
      props;
    // CDKTF leaves "Default" out of Terraform's address: palette_cluster_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new l1.ClusterProfile(this, "Default", {
      ...terraformTexts(header),
      provider,
      timeouts,
      skipDestroy,
      immutableVersions,
      adopt,
      versionPolicy,
      retainVersions,
    });
    this.node.addValidation({ validate: () => this.problems(header) });
  }

  get uid(): string {
    return this.resource.id;
  }

  get name(): string {
    return this.resource.name;
  }

  get version(): string {
    return this.resource.version;
  }

  /** Adds a layer: a pack of a pack registry or an OCI registry. */
  addPack(props: PackProps): void {
    this.addLayer(packLayer(props));
  }

  /** Adds a layer: a Helm chart. */
  addHelmChart(props: HelmChartProps): void {
    this.addLayer(helmLayer(props));
  }

  /** Adds a layer of Kubernetes manifests. */
  addManifest(name: string, props: ManifestLayerProps): void {
    this.addLayer(manifestLayer(name, props));
  }

  /** Adds a profile variable, behind those there are: the order in which people are asked for values. */
  addVariable(props: VariableProps): void {
    this.variables.push(variableModel(props));
    this.resource.putProfileVariables({ variable: this.variables.map(variableBlock) });
  }

  private addLayer(layer: LayerModel): void {
    this.layers.push(layer);
    this.resource.putPack(this.layers.map(packBlock));
  }

  private problems(header: ClusterProfileProps): string[] {
    const profile: ProfileModel = { ...header, packs: this.layers, variables: this.variables };
    return validateProfile(withUnknowns(profile))
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message);
  }
}
