import { type AppProfileModel, type TierModel, validateAppProfile } from "@palette-profiles/profiles";
import { Construct } from "constructs";
import * as l1 from "../generated/app-profile";
import { terraformTexts } from "../terraform-text";
import { withUnknowns } from "../with-unknowns";
import type { AppHelmChartProps } from "./app-helm-chart-props";
import type { AppManifestProps } from "./app-manifest-props";
import type { AppProfileProps } from "./app-profile-props";
import { AppTier } from "./app-tier";
import type { ContainerProps } from "./container-props";
import { ContainerTier } from "./container-tier";
import { containerValues } from "./container-values";
import type { IAppProfile } from "./i-app-profile";
import type { OperatorService } from "./operator-service";
import { ServiceTier } from "./service-tier";
import { containerTier, helmTier, manifestTier, tierBlock } from "./tier";

/**
 * A Palette app profile: the tiers that make an application in a virtual cluster, deployed in the order in which they are
 * added. What a tier tells once it runs is for those after it: each method returns the tier, whose outputs may stand in
 * the values, manifests and properties of later ones.
 *
 * Rules that need no backend are checked at synth, with the messages that a plan would give.
 *
 * @example
 * const shop = new AppProfile(this, "shop", { name: "shop" });
 * const db = shop.addService("db", OperatorService.postgres({ databaseName: "shop", userName: "shop", volumeSize: 8 }));
 * shop.addContainer("api", { image: "ghcr.io/example/shop-api:1.4.0", ports: [8080], env: { DB_HOST: db.service } });
 */
export class AppProfile extends Construct implements IAppProfile {
  /** The generated resource beneath; from outside `node.defaultChild`. */
  protected readonly resource: l1.AppProfile;
  private readonly tiers: TierModel[] = [];
  private readonly containerProblems: string[] = [];

  constructor(scope: Construct, id: string, props: AppProfileProps) {
    super(scope, id);
    const { provider, timeouts, skipDestroy, immutableVersions, adopt, versionPolicy, retainVersions, ...header } =
      props;
    // CDKTF leaves "Default" out of Terraform's address: palette_app_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new l1.AppProfile(this, "Default", {
      ...terraformTexts(header),
      provider,
      timeouts,
      skipDestroy,
      immutableVersions,
      adopt,
      versionPolicy,
      retainVersions,
      pack: [],
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

  /** Adds a tier: a container. */
  addContainer(name: string, props: ContainerProps): ContainerTier {
    const { values, problems } = containerValues(name, props);
    this.containerProblems.push(...problems);
    this.addTier(containerTier(name, props, values));
    return new ContainerTier(name);
  }

  /** Adds a tier: a service that Palette brings, such as a database. */
  addService(name: string, service: OperatorService): ServiceTier {
    this.addTier(service._tier(name));
    return new ServiceTier(name, service._outputs);
  }

  /** Adds a tier: a Helm chart. */
  addHelmChart(name: string, props: AppHelmChartProps): AppTier {
    this.addTier(helmTier(name, props));
    return new AppTier(name);
  }

  /** Adds a tier of Kubernetes manifests. */
  addManifest(name: string, props: AppManifestProps): AppTier {
    this.addTier(manifestTier(name, props));
    return new AppTier(name);
  }

  private addTier(tier: TierModel): void {
    this.tiers.push(tier);
    this.resource.putPack(this.tiers.map(tierBlock));
  }

  private problems(header: AppProfileProps): string[] {
    const profile: AppProfileModel = { ...header, tiers: this.tiers };
    const told = validateAppProfile(withUnknowns(profile)).filter(({ severity }) => severity === "error");
    return [...this.containerProblems, ...told.map(({ message }) => message)];
  }
}
