import {
  type AnyValues,
  type Attribute,
  type Attributes,
  isObject,
  isWriteOnly,
  terraformName,
  UNKNOWN,
} from "@palette-profiles/resource-kit";

/**
 * An object as Terraform wants it: every attribute is there, by Terraform's name, `null` where it is absent.
 *
 * A value of another type than the schema says, such as a number that a backend gave for a string, is turned into the
 * schema's or left out: Terraform drops a state that it cannot read, and with it the knowledge of what was made. So it does
 * with one that holds a write-only value.
 */
export function toWire(attributes: Attributes, values: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      terraformName(name, attribute),
      attributeToWire(attribute, values[name]),
    ]),
  );
}

function attributeToWire(attribute: Attribute, value: unknown): unknown {
  if (isWriteOnly(attribute)) return null;
  if (value === UNKNOWN) return UNKNOWN;
  switch (attribute.kind) {
    case "block":
      return isObject(value) ? toWire(attribute.attributes, value) : null;
    case "blockList":
      // Blocks are never null to Terraform: none is an empty list.
      return Array.isArray(value)
        ? value.map((element: unknown) =>
            element === UNKNOWN ? UNKNOWN : toWire(attribute.attributes, isObject(element) ? element : {}),
          )
        : [];
    case "stringList":
    case "stringSet":
      return Array.isArray(value) ? value.map(stringToWire) : null;
    case "stringMap":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, stringToWire(element)]))
        : null;
    case "number":
      return numberToWire(value);
    case "bool":
      return typeof value === "boolean" ? value : null;
    case "string":
      return stringToWire(value);
  }
}

function stringToWire(value: unknown): unknown {
  if (typeof value === "string" || value === UNKNOWN) return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : null;
}

/** Integers that msgpack cannot hold go as text, which Terraform reads as a number. */
function numberToWire(value: unknown): unknown {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value ? value : value.toString();
  if (typeof value === "string") return value !== "" && Number.isFinite(Number(value)) ? value : null;
  return typeof value === "number" ? value : null;
}
