import { type Attribute, type Attributes, isBlock } from "@palette-profiles/resource-kit";

/** What a program gives; what it gets of a resource; what a function answers. */
export type Direction = "args" | "outputs" | "results";

/** True where a value is always there: must be given, or, in outputs, is given by Palette. */
export function isAlways(attribute: Attribute, direction: Direction): boolean {
  if (attribute.kind === "block") return false;
  if (attribute.kind === "blockList") return (attribute.minItems ?? 0) > 0;
  if (attribute.required === true) return true;
  if (direction === "args" || attribute.sometimes === true) return false;
  // A function answers what it looked up also where that could have been given.
  if (direction === "results") return attribute.computed === true;
  return attribute.default !== undefined || (attribute.computed === true && attribute.optional !== true);
}

/** True where a program can give a value. */
export function isGiven(attribute: Attribute): boolean {
  return isBlock(attribute) || attribute.required === true || attribute.optional === true;
}

/** The attributes to which a program can give a value. */
export function given(attributes: Attributes): [string, Attribute][] {
  return Object.entries(attributes).filter(([, attribute]) => isGiven(attribute));
}
