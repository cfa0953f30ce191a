import { PaletteProvider } from "@palette-profiles/cdktf";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { ENVIRONMENTS } from "./environments";
import { Platform } from "./platform";

const app = new App();
for (const [environment, version] of Object.entries(ENVIRONMENTS)) {
  const stack = new TerraformStack(app, environment);
  // Host, API key and project come from SPECTROCLOUD_HOST, SPECTROCLOUD_APIKEY and SPECTROCLOUD_PROJECT.
  new PaletteProvider(stack, "palette");
  const platform = new Platform(stack, "platform", { environment, version });
  // What a cluster of this environment is given: infra first, then the add-ons.
  new TerraformOutput(stack, "uids", { value: platform.profiles.map(({ uid }) => uid), staticId: true });
}
app.synth();
