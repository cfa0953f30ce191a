import type { Construct } from "constructs";
import type { AppProfileProps } from "../app/app-profile-props";
import { chosenFor } from "./implementation";
import { PaletteAppProfile } from "./palette/palette-app-profile";
import type { AppProfileResource } from "./profile-resources";
import { SpectrocloudAppProfile } from "./spectrocloud/spectrocloud-app-profile";

/** The profile as the provider of its place has it. */
export function appProfileResource(scope: Construct, props: AppProfileProps): AppProfileResource {
  const { implementation, moved } = chosenFor(scope, props.provider);
  if (implementation === "spectrocloud") return new SpectrocloudAppProfile(scope, props);
  return new PaletteAppProfile(scope, props, moved);
}
