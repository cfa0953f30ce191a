import { type Attribute, type Attributes, isBlock, isWriteOnly } from "@palette-profiles/resource-kit";
import { type Direction, given, isAlways, isGiven } from "./presence";
import { objectSpec } from "./property-spec";
import type { ObjectSpec } from "./specs";
import { typeName } from "./type-name";

/** The groups of attributes within a resource, as types by their tokens: as they are given, and as they come back where that differs. */
export function nestedTypes(
  resource: string,
  attributes: Attributes,
  tidy: (text: string) => string,
): Record<string, ObjectSpec> {
  const typeOf = tokenOf(resource);
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]) => {
      if (!isBlock(attribute)) return [];
      const directions: Direction[] = isSame(attribute) ? ["args"] : ["args", "outputs"];
      const own = directions.map((direction): [string, ObjectSpec] => [
        typeOf(name, attribute, direction),
        {
          type: "object",
          description: tidy(attribute.description),
          ...objectSpec(attribute.attributes, { direction, tidy, typeOf }),
        },
      ]);
      return [...own, ...Object.entries(nestedTypes(resource, attribute.attributes, tidy))];
    }),
  );
}

/** `palette:index:ClusterProfilePack`, and `...PackResult` for what comes back, as functions' results are called. */
export function tokenOf(resource: string) {
  return (name: string, attribute: Attribute, direction: Direction): string => {
    const result = direction === "outputs" && !isSame(attribute) ? "Result" : "";
    return `palette:index:${typeName(resource, name, attribute)}${result}`;
  };
}

/** True where what comes back has the shape of what is given. */
function isSame(attribute: Attribute): boolean {
  if (!isBlock(attribute)) {
    return (
      isGiven(attribute) && !isWriteOnly(attribute) && isAlways(attribute, "args") === isAlways(attribute, "outputs")
    );
  }
  const { attributes } = attribute;
  return given(attributes).length === Object.keys(attributes).length && Object.values(attributes).every(isSame);
}
