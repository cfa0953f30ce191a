import {
  type AnyValues,
  ArgumentError,
  type Attribute,
  type Attributes,
  isObject,
  terraformName,
} from "@palette-profiles/resource-kit";
import { suggest } from "../lookups";

/**
 * An object with Terraform's names, as jsonencode or a resource gives it, in the schema's own. A block may stand alone
 * or in a list.
 * @throws {ArgumentError} for the first argument, with the place and what belongs there.
 */
export function fromTerraform(attributes: Attributes, value: AnyValues, at = ""): AnyValues {
  const names = new Map(Object.entries(attributes).map(([name, it]) => [terraformName(name, it), { name, it }]));
  const found: AnyValues = {};
  for (const [written, inner] of Object.entries(value)) {
    if (inner === null || inner === undefined) continue;
    const place = at === "" ? written : `${at}.${written}`;
    const known = names.get(written);
    if (known === undefined)
      throw new ArgumentError(0, `${place} is no attribute.${suggest(written, [...names.keys()])}`);
    found[known.name] = read(known.it, inner, place);
  }
  return found;
}

function read(attribute: Attribute, value: unknown, at: string): unknown {
  switch (attribute.kind) {
    case "block": {
      const [only, ...more] = listOf(value);
      if (more.length > 0) throw wrong(at, "one block", value);
      return only === undefined ? undefined : block(attribute.attributes, only, at);
    }
    case "blockList":
      return listOf(value).map((each, index) => block(attribute.attributes, each, `${at}[${index}]`));
    case "stringSet":
    case "stringList":
      if (!Array.isArray(value) || !value.every((each) => typeof each === "string"))
        throw wrong(at, "a list of texts", value);
      return value;
    case "stringMap":
      if (!isObject(value)) throw wrong(at, "a map", value);
      return value;
    case "bool":
      return typed("boolean", "true or false", at, value);
    case "number":
      return typed("number", "a number", at, value);
    default:
      return typed("string", "a text, in quotes", at, value);
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function block(attributes: Attributes, value: unknown, at: string): AnyValues {
  if (!isObject(value)) throw wrong(at, "an object", value);
  return fromTerraform(attributes, value, at);
}

function typed(type: string, what: string, at: string, value: unknown): unknown {
  if (typeof value !== type) throw wrong(at, what, value);
  return value;
}

function wrong(at: string, what: string, value: unknown): ArgumentError {
  // The value is not told: it may be a secret.
  const kind = Array.isArray(value) ? "a list" : isObject(value) ? "an object" : `a ${typeof value}`;
  return new ArgumentError(0, `${at} must be ${what}, not ${kind}.`);
}
