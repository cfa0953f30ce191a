import { type AnyValues, type Attributes, isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_TEXT } from "./wire-marks";

/** Every Pulumi resource has an `id` of its own, so the backend's `id` goes by this name. */
const ID_PROPERTY = "uid";

/** A resource's properties as Pulumi sends them. */
export type Properties = Record<string, unknown>;

/** Pulumi's properties as the kit's values: what the schema does not name, such as `__provider`, is left out. */
export function fromWire(attributes: Attributes, properties: Properties): AnyValues {
  const values: AnyValues = {};
  for (const name of Object.keys(attributes)) {
    const value = valueFromWire(properties[propertyName(name)]);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** All that a state holds, by the names that the release had which wrote it: what upgrades start from. */
export function storedValues(properties: Properties): AnyValues {
  const own = Object.entries(properties).filter(([name]) => !name.startsWith("__"));
  const values = own.map(([name, value]) => [name === ID_PROPERTY ? "id" : name, valueFromWire(value)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The kit's values as Pulumi's properties. Pulumi refuses `undefined`, so what is absent is left out, at any depth. */
export function toWire(values: AnyValues): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) properties[propertyName(name)] = valueToWire(value);
  }
  return properties;
}

/** A top-level attribute's name in Pulumi. */
export function propertyName(attribute: string): string {
  return attribute === "id" ? ID_PROPERTY : attribute;
}

function valueFromWire(value: unknown): unknown {
  if (value === UNKNOWN_TEXT) return UNKNOWN;
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(valueFromWire);
  if (!isObject(value)) return value;
  if (value[SIGNATURE_KEY] === SECRET_SIGNATURE) return valueFromWire(value.value);
  const values: AnyValues = {};
  for (const [name, inner] of Object.entries(value)) {
    const known = valueFromWire(inner);
    if (known !== undefined) values[name] = known;
  }
  return values;
}

function valueToWire(value: unknown): unknown {
  if (value === UNKNOWN) return UNKNOWN_TEXT;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : valueToWire(item)));
  if (!isObject(value)) return value;
  const properties: Properties = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) properties[name] = valueToWire(inner);
  }
  return properties;
}
