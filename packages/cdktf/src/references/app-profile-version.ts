import type { TerraformDataSource } from "cdktf";
import { Construct } from "constructs";
import type { IAppProfile } from "../app/i-app-profile";
import { DataPaletteAppProfile } from "../generated/palette/data-palette-app-profile";
import { DataSpectrocloudApplicationProfile } from "../generated/spectrocloud/data-spectrocloud-application-profile";
import { chosenFor, type Implementation } from "../providers/implementation";
import { terraformTexts } from "../values/terraform-text";
import { profileVersionProblems } from "./profile-version-problems";
import type { ProfileVersionProps } from "./profile-version-props";

/**
 * A version of an app profile that this program does not make. Terraform looks it up whenever it plans, and says so where
 * there is none. Neither provider finds an app profile by its uid.
 *
 * @example
 * const shop = AppProfileVersion.fromName(this, "shop", { name: "shop", version: "1.2.0" });
 * new TerraformOutput(this, "shop_uid", { value: shop.uid });
 */
export class AppProfileVersion extends Construct implements IAppProfile {
  /** The version of a name; without a version the newest. */
  static fromName(scope: Construct, id: string, props: ProfileVersionProps): IAppProfile {
    return new AppProfileVersion(scope, id, props);
  }

  private readonly found: TerraformDataSource;

  private constructor(scope: Construct, id: string, props: ProfileVersionProps) {
    super(scope, id);
    const { provider, ...key } = props;
    const { name, version, ...place } = terraformTexts(key);
    const { implementation } = chosenFor(this, provider);
    // CDKTF leaves "Default" out of Terraform's address: data.palette_app_profile.ID.
    this.found =
      implementation === "spectrocloud"
        ? new DataSpectrocloudApplicationProfile(this, "Default", { name, version, provider })
        : new DataPaletteAppProfile(this, "Default", { name, version, ...place, provider });
    this.node.addValidation({
      validate: () => [...profileVersionProblems(props, implementation), ...refusals(props, implementation)],
    });
  }

  get uid(): string {
    return this.found.getStringAttribute("id");
  }

  get name(): string {
    return this.found.getStringAttribute("name");
  }

  get version(): string {
    return this.found.getStringAttribute("version");
  }
}

/** Source: the official provider's code, whose lookup of an app profile has no scope. */
function refusals({ name, context }: ProfileVersionProps, implementation: Implementation): string[] {
  if (implementation === "palette" || context === undefined || context === "project") return [];
  return [
    `the official provider looks for the app profile "${name}" in its project, and in no other context; leave context out, or set implementation: "palette"`,
  ];
}
