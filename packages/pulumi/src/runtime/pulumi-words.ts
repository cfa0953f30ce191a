import { type Attributes, isBlock, terraformName } from "@palette-profiles/resource-kit";

/**
 * The text with attributes as Pulumi spells them: `allowUpdate` where resources, which all engines share, write
 * `allow_update`. What stands in quotes is a value, and stays.
 */
export function pulumiWords(text: string): string {
  if (!text.includes("_")) return text;
  return text.replace(/"[^"]*"|(?<![.\w])[a-z]+(?:_[a-z]+)+(?!\w|\.\w)/g, (word) => names().get(word) ?? word);
}

let known: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  // Loaded with the first such word: the plugin starts without the resources.
  const { palette } = require("@palette-profiles/resources") as typeof import("@palette-profiles/resources");
  known ??= new Map([...palette.resources, ...palette.dataSources].flatMap(({ attributes }) => allNames(attributes)));
  return known;
}

function allNames(attributes: Attributes): [string, string][] {
  return Object.entries(attributes).flatMap(([name, attribute]) => [
    [terraformName(name, attribute), name] as [string, string],
    ...(isBlock(attribute) ? allNames(attribute.attributes) : []),
  ]);
}
