import {
  type DeepMaybeUnknown,
  type LayerModel,
  type ProfileModel,
  type ProfileProperties,
  type ProfileSettings,
  validateProfile,
  validateProfileConfig,
} from "@palette-profiles/profiles";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { HelmChart } from "../layers/helm-chart";
import type { HelmChartProps } from "../layers/helm-chart-props";
import type { ILayer } from "../layers/i-layer";
import { Manifest } from "../layers/manifest";
import type { ManifestProps } from "../layers/manifest-props";
import { Pack } from "../layers/pack";
import type { PackProps } from "../layers/pack-props";
import { checkKind } from "../profile/check-kind";
import { errorsOf } from "../profile/errors-of";
import { Profile } from "../profile/profile";
import { clusterProfileResource } from "../providers/cluster-profile-resource";
import type { ClusterProfileResource } from "../providers/profile-resources";
import { withUnknowns } from "../values/with-unknowns";
import type { Variable } from "../variables/variable";
import type { CheckedVariable } from "../variables/variable-model";
import type { ClusterProfileProps } from "./cluster-profile-props";
import type { IClusterProfile } from "./i-cluster-profile";

/**
 * A Palette cluster profile. Its layers stand in the order in which they are given and added: for `infra` and `cluster`
 * profiles the operating system, Kubernetes, network and storage, then add-ons.
 *
 * Rules that need no backend are checked at synth, with the messages that a plan would give.
 *
 * @example
 * const addOns = new ClusterProfile(this, "add-ons", { name: "platform-add-ons" });
 * addOns.addPack({ name: "argo-cd", tag: "9.5.6", values: { charts: { "argo-cd": { server: { replicas: 2 } } } } });
 * new TerraformOutput(this, "uid", { value: addOns.uid });
 */
export class ClusterProfile extends Profile implements IClusterProfile {
  protected readonly resource: TerraformResource;
  private readonly beneath: ClusterProfileResource;
  private readonly layers: LayerModel[] = [];
  private readonly variables: CheckedVariable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterProfileProps,
  ) {
    super(scope, id);
    this.beneath = clusterProfileResource(this, props);
    this.resource = this.beneath.resource;
    for (const layer of props.layers ?? []) this.addLayer(layer);
    for (const variable of props.variables ?? []) this.addVariable(variable);
  }

  /** Adds a layer on top of those there are. */
  addLayer(layer: ILayer): void {
    const where = `layer ${this.layers.length + 1} of "${this.node.path}"`;
    checkKind(layer, "_layer", where, "a Pack, a HelmChart or a Manifest");
    const model = layer._layer();
    this.layers.push(model);
    this.beneath.addLayer(model);
  }

  /** Adds a layer: a pack of a pack registry or an OCI registry. */
  addPack(props: PackProps): Pack {
    const pack = new Pack(props);
    this.addLayer(pack);
    return pack;
  }

  /** Adds a layer: a Helm chart. */
  addHelmChart(props: HelmChartProps): HelmChart {
    const chart = new HelmChart(props);
    this.addLayer(chart);
    return chart;
  }

  /** Adds a layer of Kubernetes manifests. */
  addManifest(props: ManifestProps): Manifest {
    const manifest = new Manifest(props);
    this.addLayer(manifest);
    return manifest;
  }

  /** Adds a profile variable, behind those there are: the order in which people are asked for values. */
  addVariable(variable: Variable): Variable {
    checkKind(variable, "_model", `variable ${this.variables.length + 1} of "${this.node.path}"`, "a Variable");
    const model = variable._model();
    this.variables.push(model);
    this.beneath.addVariable(model);
    return variable;
  }

  /**
   * The profile as the rules see it, with the unknown symbol wherever a token stands.
   * @internal
   */
  _model(): DeepMaybeUnknown<ProfileModel & ProfileSettings> {
    const { name, version, type, cloud, context, project, description, tags } = this.props;
    const { versionPolicy, immutableVersions, retainVersions, timeouts } = this.props;
    const header = { name, version, type, cloud, context, project, description, tags };
    const settings = { versionPolicy, immutableVersions, retainVersions, timeouts };
    return withUnknowns({ ...header, ...settings, packs: this.layers, variables: this.variables });
  }

  /** @internal */
  _given(): ProfileProperties {
    const { provider, layers, variables, version = "1.0.0", ...header } = this.props;
    const { tagsInput: tags, descriptionInput: description } = this.beneath.resource;
    return { ...header, version, tags, description, packs: this.layers, variables: this.variables };
  }

  /** @internal */
  protected _problems(): string[] {
    const model = this._model();
    const told = [...validateProfile(model), ...validateProfileConfig(model)];
    return [...errorsOf(told, model), ...this.beneath.refusals()];
  }
}
