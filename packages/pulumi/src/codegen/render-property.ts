import { type Attribute, type Attributes, isWriteOnly } from "@palette-profiles/resource-kit";
import { type Direction, isAlways, isGiven } from "../schema/presence";
import { typeName } from "../schema/type-name";

/** What the properties of one interface are rendered with. */
export interface Rendering {
  /** The resource whose groups of attributes give nested interfaces their names. */
  resource: string;
  direction: Direction;
  /** Spells names in descriptions as Pulumi does. */
  tidy(text: string): string;
}

/** A line of an interface, with its comment: `name?: pulumi.Input<string>;`. */
export function renderProperty(name: string, attribute: Attribute, it: Rendering): string {
  const mark = isAlways(attribute, it.direction) ? "" : "?";
  const type = renderType(name, attribute, it);
  const wrapped = it.direction === "args" ? `pulumi.Input<${type}>` : type;
  return `${renderDoc(attribute, it.tidy)}  ${name}${mark}: ${wrapped};\n`;
}

/** The comment of a property: what it is, and what a change of it does. */
export function renderDoc(attribute: Attribute, tidy: (text: string) => string): string {
  const lines = [tidy(attribute.description)];
  if (attribute.replaces === true) lines.push("A change replaces the resource.");
  if (attribute.sensitive === true || isWriteOnly(attribute)) lines.push("Always a secret.");
  if (attribute.deprecated !== undefined) lines.push(`@deprecated ${tidy(attribute.deprecated)}`);
  if (lines.length === 1) return `  /** ${lines[0]} */\n`;
  return `  /**\n${lines.map((line) => `   * ${line}\n`).join("")}   */\n`;
}

/** The type of an attribute's value in TypeScript. */
export function renderType(name: string, attribute: Attribute, { resource, direction }: Rendering): string {
  const input = (type: string) => (direction === "args" ? `pulumi.Input<${type}>` : type);
  switch (attribute.kind) {
    case "string":
      return "string";
    case "number":
      return "number";
    case "bool":
      return "boolean";
    case "stringSet":
    case "stringList":
      return `${input("string")}[]`;
    case "stringMap":
      return `Record<string, ${input("string")}>`;
    case "block":
      return interfaceName(resource, name, attribute, direction);
    case "blockList":
      return `${input(interfaceName(resource, name, attribute, direction))}[]`;
  }
}

/** `packs` of a ClusterProfile is a list of `ClusterProfilePackArgs`. */
export function interfaceName(resource: string, name: string, attribute: Attribute, direction: Direction): string {
  return `${typeName(resource, name, attribute)}${direction === "args" ? "Args" : ""}`;
}

/** A resource's properties of one direction. */
export function propertiesOf(attributes: Attributes, direction: Direction): [string, Attribute][] {
  return Object.entries(attributes).filter(([, attribute]) => direction !== "args" || isGiven(attribute));
}
