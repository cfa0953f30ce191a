import type { TierModel } from "@palette-profiles/profiles";
import type { Construct } from "constructs";
import type { AppProfileProps } from "../../app/app-profile-props";
import { ApplicationProfile, type ApplicationProfilePack } from "../../generated/spectrocloud/application-profile";
import { terraformTexts } from "../../values/terraform-text";
import type { AppProfileResource } from "../profile-resources";

/** An app profile of the official provider, as far as that can do what the construct can. */
export class SpectrocloudAppProfile implements AppProfileResource {
  readonly resource: ApplicationProfile;
  private readonly packs: ApplicationProfilePack[] = [];

  constructor(scope: Construct, props: AppProfileProps) {
    const { name, version, context, description, tags, provider, timeouts } = props;
    const plain = terraformTexts({ name, version, context, description, tags });
    // CDKTF leaves "Default" out of Terraform's address, as beneath our provider: a switch keeps the id.
    this.resource = new ApplicationProfile(scope, "Default", { ...plain, provider, timeouts, pack: [] });
  }

  addTier({ manifests, sensitiveProperties, packName, ...tier }: TierModel): void {
    this.packs.push(terraformTexts({ ...tier, manifest: manifests.length === 0 ? undefined : manifests }));
    this.resource.putPack(this.packs);
  }

  refusals(): string[] {
    return [];
  }
}
