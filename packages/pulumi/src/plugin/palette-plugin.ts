import { type Palette, palette } from "@palette-profiles/resources";
import { served } from "../runtime/served";
import { settings } from "../runtime/settings";
import type { Environment, Plugin } from "./plugin";

/** The package `palette`. */
export const palettePlugin: Plugin<Palette> = {
  name: "palette",
  provider: palette,
  served,
  settings,
  schemaText: async () => JSON.stringify({ name: "palette" }),
  invoke: async () => ({ failures: [] }),
  refusal,
};

const CREDENTIALS: readonly (readonly [name: string, variable: string])[] = [
  ["apiKey", "SPECTROCLOUD_APIKEY"],
  ["systemToken", "SPECTROCLOUD_SYSTEM_TOKEN"],
  ["systemEmail", "SPECTROCLOUD_SYSTEM_EMAIL"],
];

/** A stack of system profiles alone needs no API key, but a system administrator. */
function refusal(values: Readonly<Record<string, unknown>>, environment: Environment): string | undefined {
  const has = ([name, variable]: readonly [string, string]) => Boolean(values[name]) || Boolean(environment[variable]);
  if (CREDENTIALS.some(has)) return undefined;
  return "There is no API key. Set it with `pulumi config set --secret palette:apiKey KEY`, as apiKey of an explicit provider, or in the environment as SPECTROCLOUD_APIKEY. To try without an account: `palette-profiles run -- pulumi up`.";
}
