import type { TierModel } from "@palette-profiles/profiles";
import type { Construct } from "constructs";
import type { AppProfileProps } from "../../app/app-profile-props";
import { AppProfile, type AppProfilePack } from "../../generated/palette/app-profile";
import { terraformTexts } from "../../values/terraform-text";
import type { AppProfileResource } from "../profile-resources";

/** An app profile of our provider, which can do all that the construct can. */
export class PaletteAppProfile implements AppProfileResource {
  readonly resource: AppProfile;
  private readonly packs: AppProfilePack[] = [];

  constructor(scope: Construct, props: AppProfileProps) {
    const { provider, timeouts, tiers, ...plain } = props;
    // CDKTF leaves "Default" out of Terraform's address: palette_app_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new AppProfile(scope, "Default", { ...terraformTexts(plain), provider, timeouts, pack: [] });
  }

  addTier({ manifests, type = "", ...tier }: TierModel): void {
    this.packs.push(terraformTexts({ ...tier, type, manifest: manifests.length === 0 ? undefined : manifests }));
    this.resource.putPack(this.packs);
  }

  refusals(): string[] {
    return [];
  }
}
