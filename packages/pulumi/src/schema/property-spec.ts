import { type Attribute, type Attributes, isWriteOnly } from "@palette-profiles/resource-kit";
import { propertyName } from "../runtime/wire";
import { exampleText } from "./example-text";
import { type Direction, given, isAlways } from "./presence";
import type { ObjectSpec, PropertySpec, TypeSpec } from "./specs";

/** What the properties of a group of attributes are rendered with. */
export interface Rendering {
  direction: Direction;
  /** Spells names in descriptions as Pulumi does. */
  tidy(text: string): string;
  /** The type of a nested group of attributes. */
  typeOf(name: string, attribute: Attribute, direction: Direction): string;
  /** The attributes stand at the top of a resource or function, where `id` is Pulumi's own. */
  top?: boolean;
}

/** A group of attributes as an object of Pulumi's package schema. Write-only values stand in no output. */
export function objectSpec(attributes: Attributes, it: Rendering): Omit<ObjectSpec, "type"> {
  const { direction, top = false } = it;
  const shown =
    direction === "args"
      ? given(attributes)
      : Object.entries(attributes).filter(([, attribute]) => !isWriteOnly(attribute));
  const nameOf = (name: string) => (top ? propertyName(name) : name);
  return {
    properties: Object.fromEntries(shown.map(([name, attribute]) => [nameOf(name), propertySpec(name, attribute, it)])),
    required: shown.filter(([, attribute]) => isAlways(attribute, direction)).map(([name]) => nameOf(name)),
  };
}

function propertySpec(name: string, attribute: Attribute, it: Rendering): PropertySpec {
  const { description, example, deprecated, replaces, sensitive } = attribute;
  return {
    ...typeSpec(name, attribute, it),
    description: `${it.tidy(description)}\n\n${exampleText(example)}`,
    ...(sensitive === true || isWriteOnly(attribute) ? { secret: true as const } : {}),
    ...(deprecated === undefined ? {} : { deprecationMessage: it.tidy(deprecated) }),
    ...(replaces === true && it.direction === "args" ? { willReplaceOnChanges: true as const } : {}),
  };
}

function typeSpec(name: string, attribute: Attribute, it: Rendering): TypeSpec {
  switch (attribute.kind) {
    case "string":
      return { type: "string" };
    case "number":
      // All of the kit's numbers that a profile has are whole.
      return { type: "integer" };
    case "bool":
      return { type: "boolean" };
    case "stringSet":
    case "stringList":
      return { type: "array", items: { type: "string" } };
    case "stringMap":
      return { type: "object", additionalProperties: { type: "string" } };
    case "block":
      return { $ref: `#/types/${it.typeOf(name, attribute, it.direction)}` };
    case "blockList":
      return { type: "array", items: { $ref: `#/types/${it.typeOf(name, attribute, it.direction)}` } };
  }
}
