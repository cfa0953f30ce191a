import { type Attributes, camelCase, isBlock, terraformName } from "@palette-profiles/resource-kit";
import { palette } from "@palette-profiles/resources";

/** Descriptions name attributes and functions as Terraform spells them: this spells them as Pulumi does. */
export function tidyText(attributes: Attributes): (text: string) => string {
  const functions = (palette.functions ?? []).map(({ name }): [string, string] => [name, camelCase(name)]);
  const names = new Map([...functions, ...allNames(attributes)]);
  if (attributes.id !== undefined) names.set("id", "uid");
  return (text) =>
    text.replace(/`([a-z_]+)`/g, (whole, name: string) => (names.has(name) ? `\`${names.get(name)}\`` : whole));
}

function allNames(attributes: Attributes): [string, string][] {
  return Object.entries(attributes).flatMap(([name, attribute]) => [
    ...(terraformName(name, attribute).includes("_")
      ? [[terraformName(name, attribute), name] as [string, string]]
      : []),
    ...(isBlock(attribute) ? allNames(attribute.attributes) : []),
  ]);
}
