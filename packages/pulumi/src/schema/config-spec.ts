import { palette } from "@palette-profiles/resources";
import { settings } from "../runtime/settings";
import { objectSpec } from "./property-spec";
import type { PropertySpec, ResourceSpec } from "./specs";
import { tidyText } from "./tidy-text";

/** The settings of a stack's configuration, with the environment variables that stand in for them. */
export function configVariables(): Record<string, PropertySpec> {
  return Object.fromEntries(
    Object.entries(properties()).map(([name, property]) => {
      const [variable] = /SPECTROCLOUD_\w+/.exec(property.description) ?? [];
      return [name, variable === undefined ? property : { ...property, defaultInfo: { environment: [variable] } }];
    }),
  );
}

/**
 * The same settings as arguments of an explicit provider. No environment variable stands here: what a language's SDK
 * reads from one would stay in the state, an API key too. The plugin itself reads them.
 */
export function providerSpec(): ResourceSpec {
  const inputs = properties();
  const texts = Object.entries(inputs).filter(([, property]) => "type" in property && property.type === "string");
  return {
    description: "How Palette is reached. Several of them in one program reach several hosts or projects.",
    inputProperties: inputs,
    requiredInputs: [],
    // Pulumi hands a provider's outputs to its SDKs as texts.
    properties: Object.fromEntries(texts),
    required: [],
  };
}

function properties(): Record<string, PropertySpec> {
  const typeOf = () => {
    throw new Error("No setting of the provider is an object.");
  };
  const all = objectSpec(palette.attributes, { direction: "args", tidy: tidyText(palette.attributes), typeOf });
  return Object.fromEntries(
    Object.entries(settings).flatMap(([attribute, name]) => {
      const property = all.properties[attribute];
      return property === undefined ? [] : [[name, property]];
    }),
  );
}
