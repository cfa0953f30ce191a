import {
  type AnyValues,
  type Attribute,
  type Attributes,
  defaultOf,
  isObject,
  terraformName,
} from "@palette-profiles/resource-kit";

/**
 * The part of a state of the official provider that a schema of ours has under the same names. That provider stores `""`,
 * `false`, `[]` and `{}` for what is not there, and a block that stands once as a list.
 */
export function storedValues(attributes: Attributes, stored: AnyValues): AnyValues {
  const values: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = storedValue(attribute, stored[terraformName(name, attribute)]);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function storedValue(attribute: Attribute, value: unknown): unknown {
  // What the backend does not keep, no read will give.
  if (value === null || value === undefined || value === "") return attribute.local ? defaultOf(attribute) : undefined;
  if (attribute.kind === "block") {
    const [element] = Array.isArray(value) ? value : [value];
    const inner = isObject(element) ? storedValues(attribute.attributes, element) : {};
    return Object.keys(inner).length === 0 ? undefined : inner;
  }
  if (isEmpty(value)) return undefined;
  if (attribute.kind === "blockList") {
    return Array.isArray(value)
      ? value.map((element: unknown) => (isObject(element) ? storedValues(attribute.attributes, element) : {}))
      : undefined;
  }
  return value === false && defaultOf(attribute) === undefined ? undefined : value;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
