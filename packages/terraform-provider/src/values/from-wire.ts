import {
  type AnyValues,
  type Attribute,
  type Attributes,
  isObject,
  terraformName,
  UNKNOWN,
} from "@palette-profiles/resource-kit";

/**
 * An object as Terraform sends it, as the kit holds it: attributes by their own names, absent ones left out. Names that
 * the schema does not have are dropped.
 */
export function fromWire(attributes: Attributes, object: AnyValues): AnyValues {
  const values: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = attributeFromWire(attribute, object[terraformName(name, attribute)]);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function attributeFromWire(attribute: Attribute, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (value === UNKNOWN) return UNKNOWN;
  switch (attribute.kind) {
    case "block":
      return isObject(value) ? fromWire(attribute.attributes, value) : undefined;
    case "blockList":
      // Terraform sends a list without blocks as an empty one, where the user wrote none.
      return Array.isArray(value) && value.length > 0
        ? value.map((element: unknown) => (isObject(element) ? fromWire(attribute.attributes, element) : element))
        : undefined;
    case "stringList":
    case "stringSet":
      return Array.isArray(value) ? value.map((element: unknown) => element ?? undefined) : undefined;
    case "stringMap":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, element]) => [key, element ?? undefined]))
        : undefined;
    case "number":
      return numberFromWire(value);
    default:
      return value;
  }
}

/** Terraform's numbers have no limit: those that a number cannot hold exactly stay a bigint or text. */
export function numberFromWire(value: unknown): unknown {
  if (typeof value === "bigint") return safe(value);
  if (typeof value !== "string") return value;
  if (/^-?\d+$/.test(value)) return safe(BigInt(value));
  return String(Number(value)) === value ? Number(value) : value;
}

function safe(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
