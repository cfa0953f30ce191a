import { UNKNOWN, validateProfile, validateProfileConfig } from "@palette-profiles/profiles";
import type { TerraformDataSource } from "cdktf";
import type { Construct } from "constructs";
import type { IClusterProfile } from "../cluster/i-cluster-profile";
import { DataPaletteClusterProfile } from "../generated/palette/data-palette-cluster-profile";
import { DataSpectrocloudClusterProfile } from "../generated/spectrocloud/data-spectrocloud-cluster-profile";
import { errorsOf } from "../profile/errors-of";
import { chosenFor, type Implementation } from "../providers/implementation";
import { terraformTexts } from "../values/terraform-text";
import { withUnknowns } from "../values/with-unknowns";
import type { ProfileVersionProps } from "./profile-version-props";
import { Reference } from "./reference";
import { refusedVersion } from "./refused-version";

/**
 * A version of a cluster profile that this program does not make. Terraform looks it up whenever it plans, and says so
 * where there is none.
 *
 * @example
 * const baseline = ProfileVersion.fromName(this, "baseline", { name: "security-baseline", context: "tenant" });
 * new TerraformOutput(this, "baseline_uid", { value: baseline.uid });
 */
export class ProfileVersion extends Reference implements IClusterProfile {
  /** The version of a name; without a version the newest. */
  static fromName(scope: Construct, id: string, props: ProfileVersionProps): IClusterProfile {
    return new ProfileVersion(scope, id, props);
  }

  /**
   * The version that has a uid. It is taken at its word, and looked up only where the program reads its name or version:
   * in the provider's project and the tenant.
   */
  static fromUid(scope: Construct, id: string, uid: string): IClusterProfile {
    return new ProfileVersion(scope, id, { id: uid });
  }

  private readonly implementation: Implementation;
  private found: TerraformDataSource | undefined;

  private constructor(
    scope: Construct,
    id: string,
    private readonly asked: Asked,
  ) {
    super(scope, id);
    this.implementation = chosenFor(this, asked.provider).implementation;
    if (asked.id === undefined) this.found = this.lookedUp();
  }

  override get uid(): string {
    return this.asked.id ?? super.uid;
  }

  get version(): string {
    return this.source.getStringAttribute("version");
  }

  protected get source(): TerraformDataSource {
    this.found ??= this.lookedUp();
    return this.found;
  }

  private lookedUp(): TerraformDataSource {
    const { provider, ...asked } = this.asked;
    const { project, ...key } = terraformTexts(asked);
    // CDKTF leaves "Default" out of Terraform's address: data.palette_cluster_profile.ID.
    return this.implementation === "spectrocloud"
      ? new DataSpectrocloudClusterProfile(this, "Default", { ...key, provider })
      : new DataPaletteClusterProfile(this, "Default", { ...key, project, provider });
  }

  /** @internal */
  protected _problems(): string[] {
    const { id, name = "", version, context, project } = this.asked;
    if (id !== undefined) return [];
    const model = withUnknowns({ name, version, context, project, packs: UNKNOWN, variables: UNKNOWN });
    const told = errorsOf([...validateProfile(model), ...validateProfileConfig(model)]);
    return this.implementation === "palette" ? told : [...told, ...refusedVersion(this.asked)];
  }
}

/** A name and what goes with it, or else a uid. */
interface Asked extends Partial<ProfileVersionProps> {
  readonly id?: string;
}
