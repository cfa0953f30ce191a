import { type Palette, palette } from "@palette-profiles/resources";
import { missingCredentials } from "../runtime/missing-credentials";
import { served } from "../runtime/served";
import { settings } from "../runtime/settings";
import type { Plugin } from "./plugin";

/** The package `palette`. */
export const palettePlugin: Plugin<Palette> = {
  name: "palette",
  provider: palette,
  served,
  settings,
  schemaText: async () => JSON.stringify({ name: "palette" }),
  invoke: async () => ({ failures: [] }),
  refusal: (values, environment) => missingCredentials(values, environment, " as apiKey of an explicit provider,"),
};
