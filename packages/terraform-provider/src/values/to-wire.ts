import {
  type AnyValues,
  type Attribute,
  type Attributes,
  isObject,
  terraformName,
  UNKNOWN,
} from "@palette-profiles/resource-kit";

/** An object as Terraform wants it: every attribute is there, by Terraform's name, `null` where it is absent. */
export function toWire(attributes: Attributes, values: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      terraformName(name, attribute),
      attributeToWire(attribute, values[name]),
    ]),
  );
}

function attributeToWire(attribute: Attribute, value: unknown): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  switch (attribute.kind) {
    case "block":
      return isObject(value) ? toWire(attribute.attributes, value) : null;
    case "blockList":
      // Blocks are never null to Terraform: none is an empty list.
      return Array.isArray(value)
        ? value.map((element: unknown) => (isObject(element) ? toWire(attribute.attributes, element) : element))
        : [];
    case "stringList":
    case "stringSet":
      return Array.isArray(value) ? value.map((element: unknown) => element ?? null) : null;
    case "stringMap":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, element ?? null]))
        : null;
    case "number":
      return numberToWire(value);
    default:
      return value ?? null;
  }
}

/** Integers that msgpack cannot hold go as text, which Terraform reads as a number. */
function numberToWire(value: unknown): unknown {
  if (typeof value !== "bigint") return value ?? null;
  return BigInt.asIntN(64, value) === value ? value : value.toString();
}
