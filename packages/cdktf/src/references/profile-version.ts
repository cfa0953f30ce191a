import type { TerraformDataSource, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { IClusterProfile } from "../cluster/i-cluster-profile";
import { DataPaletteClusterProfile } from "../generated/palette/data-palette-cluster-profile";
import { DataSpectrocloudClusterProfile } from "../generated/spectrocloud/data-spectrocloud-cluster-profile";
import { chosenFor } from "../providers/implementation";
import { terraformTexts } from "../values/terraform-text";
import { profileVersionProblems } from "./profile-version-problems";
import type { ProfileVersionProps } from "./profile-version-props";

/**
 * A version of a cluster profile that this program does not make. Terraform looks it up whenever it plans, and says so
 * where there is none.
 *
 * @example
 * const baseline = ProfileVersion.fromName(this, "baseline", { name: "security-baseline", context: "tenant" });
 * new TerraformOutput(this, "baseline_uid", { value: baseline.uid });
 */
export class ProfileVersion extends Construct implements IClusterProfile {
  /** The version of a name; without a version the newest. */
  static fromName(scope: Construct, id: string, props: ProfileVersionProps): IClusterProfile {
    const { provider, ...key } = props;
    const version = new ProfileVersion(scope, id, key, provider);
    const { implementation } = chosenFor(version, provider);
    version.node.addValidation({ validate: () => profileVersionProblems(props, implementation) });
    version.lookUp();
    return version;
  }

  /**
   * The version that has a uid. It is taken at its word, and looked up only where the program reads its name or version:
   * in the provider's project and the tenant.
   */
  static fromUid(scope: Construct, id: string, uid: string): IClusterProfile {
    return new ProfileVersion(scope, id, { id: uid });
  }

  private found: TerraformDataSource | undefined;

  private constructor(
    scope: Construct,
    id: string,
    private readonly key: Key,
    private readonly provider?: TerraformProvider,
  ) {
    super(scope, id);
  }

  get uid(): string {
    return this.key.id ?? this.lookUp().getStringAttribute("id");
  }

  get name(): string {
    return this.lookUp().getStringAttribute("name");
  }

  get version(): string {
    return this.lookUp().getStringAttribute("version");
  }

  private lookUp(): TerraformDataSource {
    this.found ??= this.lookedUp();
    return this.found;
  }

  private lookedUp(): TerraformDataSource {
    const { provider } = this;
    const { project, ...key } = terraformTexts(this.key);
    // CDKTF leaves "Default" out of Terraform's address: data.palette_cluster_profile.ID.
    return chosenFor(this, provider).implementation === "spectrocloud"
      ? new DataSpectrocloudClusterProfile(this, "Default", { ...key, provider })
      : new DataPaletteClusterProfile(this, "Default", { ...key, project, provider });
  }
}

/** What a data source finds it by: a uid, or a name and what goes with it. */
interface Key extends Partial<Omit<ProfileVersionProps, "provider">> {
  id?: string;
}
