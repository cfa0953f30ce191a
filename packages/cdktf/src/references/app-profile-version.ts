import { UNKNOWN, validateAppProfile, validateAppProfileConfig } from "@palette-profiles/profiles";
import type { TerraformDataSource } from "cdktf";
import type { Construct } from "constructs";
import type { IAppProfile } from "../app/i-app-profile";
import { DataPaletteAppProfile } from "../generated/palette/data-palette-app-profile";
import { DataSpectrocloudApplicationProfile } from "../generated/spectrocloud/data-spectrocloud-application-profile";
import { errorsOf } from "../profile/errors-of";
import { chosenFor, type Implementation } from "../providers/implementation";
import { OR_OURS, when } from "../providers/spectrocloud/refused-header";
import { called } from "../values/called";
import { terraformTexts } from "../values/terraform-text";
import { withUnknowns } from "../values/with-unknowns";
import type { ProfileVersionProps } from "./profile-version-props";
import { Reference } from "./reference";
import { refusedVersion } from "./refused-version";

/**
 * A version of an app profile that this program does not make. Terraform looks it up whenever it plans, and says so where
 * there is none. Neither provider finds an app profile by its uid.
 *
 * @example
 * const shop = AppProfileVersion.fromName(this, "shop", { name: "shop", version: "1.2.0" });
 * new TerraformOutput(this, "shop_uid", { value: shop.uid });
 */
export class AppProfileVersion extends Reference implements IAppProfile {
  /** The version of a name; without a version the newest. */
  static fromName(scope: Construct, id: string, props: ProfileVersionProps): IAppProfile {
    return new AppProfileVersion(scope, id, props);
  }

  protected readonly source: TerraformDataSource;
  private readonly implementation: Implementation;

  private constructor(
    scope: Construct,
    id: string,
    private readonly props: ProfileVersionProps,
  ) {
    super(scope, id);
    const { provider, ...key } = props;
    const { name, version, ...place } = terraformTexts(key);
    this.implementation = chosenFor(this, provider).implementation;
    // CDKTF leaves "Default" out of Terraform's address: data.palette_app_profile.ID.
    this.source =
      this.implementation === "spectrocloud"
        ? new DataSpectrocloudApplicationProfile(this, "Default", { name, version, provider })
        : new DataPaletteAppProfile(this, "Default", { name, version, ...place, provider });
  }

  get version(): string {
    return this.source.getStringAttribute("version");
  }

  /** @internal */
  protected _problems(): string[] {
    const { name, version, context, project } = this.props;
    const model = withUnknowns({ name, version, context, project, tiers: UNKNOWN });
    const told = errorsOf([...validateAppProfile(model), ...validateAppProfileConfig(model)]);
    return this.implementation === "palette"
      ? told
      : [...told, ...refusedVersion(this.props), ...refusedContext(context)];
  }
}

/** Source: the official provider's code, whose lookup of an app profile has no context. */
function refusedContext(context = "project"): string[] {
  return when(
    context !== "project",
    `${called("context", context)}: the official provider looks for app profiles in its project alone; leave it out, ${OR_OURS}`,
  );
}
