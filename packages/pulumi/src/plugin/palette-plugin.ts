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
  // Loaded for the calls that need them.
  schemaText: async () => (require("../schema/schema-text") as typeof import("../schema/schema-text")).schemaText(),
  invoke: (call) => (require("../functions/invoke") as typeof import("../functions/invoke")).invokeFunction(call),
  refusal: (values, environment) => missingCredentials(values, environment, " as apiKey of an explicit provider,"),
};
