import type { Construct } from "constructs";
import type { AppProfileProps } from "../app/app-profile-props";
import { chosenFor } from "./implementation";
import { MovedBlocks } from "./moved-blocks";
import { PaletteAppProfile } from "./palette/palette-app-profile";
import type { AppProfileResource } from "./profile-resources";
import { SpectrocloudAppProfile } from "./spectrocloud/spectrocloud-app-profile";

/** The profile as the provider of its place has it, moved there from where it was. */
export function appProfileResource(scope: Construct, props: AppProfileProps): AppProfileResource {
  const { movedFrom, ...rest } = props;
  const { implementation, moved } = chosenFor(scope, props.provider);
  const profile =
    implementation === "spectrocloud" ? new SpectrocloudAppProfile(scope, rest) : new PaletteAppProfile(scope, rest);
  const officialType = moved ? "spectrocloud_application_profile" : undefined;
  if ((officialType ?? movedFrom) !== undefined) new MovedBlocks(profile.resource, officialType, movedFrom);
  return profile;
}
