import {
  type AppProfileModel,
  type DeepMaybeUnknown,
  type ProfileProperties,
  type ProfileSettings,
  type TierModel,
  validateAppProfile,
  validateAppProfileConfig,
} from "@palette-profiles/profiles";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { AppTier } from "../layers/app-tier";
import { Container } from "../layers/container";
import type { ContainerProps } from "../layers/container-props";
import { HelmChart } from "../layers/helm-chart";
import type { HelmChartProps } from "../layers/helm-chart-props";
import { Manifest } from "../layers/manifest";
import type { ManifestProps } from "../layers/manifest-props";
import type { OperatorService } from "../layers/operator-service";
import { checkKind } from "../profile/check-kind";
import { errorsOf } from "../profile/errors-of";
import { Profile } from "../profile/profile";
import { appProfileResource } from "../providers/app-profile-resource";
import type { AppProfileResource } from "../providers/profile-resources";
import { withUnknowns } from "../values/with-unknowns";
import type { AppProfileProps } from "./app-profile-props";
import type { IAppProfile } from "./i-app-profile";

/**
 * A Palette app profile: the tiers that make an application in a virtual cluster, deployed in the order in which they are
 * given and added. What a tier tells once it runs may stand in the values, manifests and properties of those after it.
 *
 * Rules that need no backend are checked at synth, with the messages that a plan would give.
 *
 * @example
 * const db = OperatorService.postgres({ name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 });
 * const api = new Container({ name: "api", image: "ghcr.io/example/shop-api:1.4.0", env: { DB_HOST: db.service } });
 * new AppProfile(this, "shop", { name: "shop", tiers: [db, api] });
 */
export class AppProfile extends Profile implements IAppProfile {
  protected readonly resource: TerraformResource;
  private readonly beneath: AppProfileResource;
  private readonly tiers: TierModel[] = [];
  private readonly tierProblems: string[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AppProfileProps,
  ) {
    super(scope, id);
    this.beneath = appProfileResource(this, props);
    this.resource = this.beneath.resource;
    for (const tier of props.tiers ?? []) this.addTier(tier);
  }

  /** Adds a tier behind those there are. */
  addTier(tier: AppTier): void {
    const where = `tier ${this.tiers.length + 1} of "${this.node.path}"`;
    checkKind(tier, "_tier", where, "a Container, an OperatorService, a HelmChart or a Manifest");
    const model = tier._tier();
    this.tiers.push(model);
    this.tierProblems.push(...tier._problems());
    this.beneath.addTier(model);
  }

  /** Adds a tier: a container. */
  addContainer(props: ContainerProps): Container {
    const container = new Container(props);
    this.addTier(container);
    return container;
  }

  /** Adds a tier: a service that Palette brings, such as a database. */
  addService(service: OperatorService): OperatorService {
    this.addTier(service);
    return service;
  }

  /** Adds a tier: a Helm chart. */
  addHelmChart(props: HelmChartProps): HelmChart {
    const chart = new HelmChart(props);
    this.addTier(chart);
    return chart;
  }

  /** Adds a tier of Kubernetes manifests. */
  addManifest(props: ManifestProps): Manifest {
    const manifest = new Manifest(props);
    this.addTier(manifest);
    return manifest;
  }

  /**
   * The profile as the rules see it, with the unknown symbol wherever a token stands.
   * @internal
   */
  _model(): DeepMaybeUnknown<AppProfileModel & ProfileSettings> {
    const { name, version, context, project, description, tags } = this.props;
    const { versionPolicy, immutableVersions, retainVersions, timeouts } = this.props;
    const header = { name, version, context, project, description, tags };
    const settings = { versionPolicy, immutableVersions, retainVersions, timeouts };
    return withUnknowns({ ...header, ...settings, tiers: this.tiers });
  }

  /** @internal */
  _given(): ProfileProperties {
    const { provider, tiers, version = "1.0.0", ...header } = this.props;
    const { tagsInput: tags, descriptionInput: description } = this.beneath.resource;
    return { ...header, version, tags, description, tiers: this.tiers };
  }

  /** @internal */
  protected _problems(): string[] {
    const model = this._model();
    const told = [...validateAppProfile(model), ...validateAppProfileConfig(model)];
    return [...this.tierProblems, ...errorsOf(told, model), ...this.beneath.refusals()];
  }
}
