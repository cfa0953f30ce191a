import { nearest } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Attribute,
  type Attributes,
  type Diagnostic,
  isBlock,
  isObject,
  isUnknown,
  type Path,
} from "@palette-profiles/resource-kit";
import { propertyName } from "./wire";

const KINDS: Record<Attribute["kind"], string> = {
  string: "a string",
  number: "a number",
  bool: "true or false",
  stringSet: "a list of strings",
  stringList: "a list of strings",
  stringMap: "an object of strings",
  block: "an object",
  blockList: "a list of objects",
};

/**
 * What Terraform's own core checks and Pulumi's does not: names that do not exist, missing values, wrong types.
 * TypeScript tells most of it earlier; JavaScript programs and casts it does not see.
 * @param properties as Pulumi sends them, with names the schema may not have.
 * @param values the same by the schema's names.
 */
export function checkShape(attributes: Attributes, properties: AnyValues, values: AnyValues): Diagnostic[] {
  const names = new Set(Object.keys(attributes).map(propertyName));
  const extra = Object.keys(properties).filter((name) => !name.startsWith("__") && !names.has(name));
  return [...extra.map((name) => unknownName([name], [...names])), ...checkAttributes(attributes, values, [], true)];
}

function checkAttributes(attributes: Attributes, values: AnyValues, at: Path, top: boolean): Diagnostic[] {
  const names = Object.keys(attributes);
  const extra = top ? [] : Object.keys(values).filter((name) => !names.includes(name));
  return [
    ...extra.map((name) => unknownName([...at, name], names)),
    ...names.flatMap((name) => {
      const path = [...at, top ? propertyName(name) : name];
      return checkValue(attributes[name]!, values[name], path);
    }),
  ];
}

function checkValue(attribute: Attribute, value: unknown, path: Path): Diagnostic[] {
  if (isUnknown(value)) return [];
  if (value === undefined) return isRequired(attribute) ? [missing(path)] : [];
  if (!isBlock(attribute) && attribute.computed === true && attribute.optional !== true) return [computed(path)];
  if (!hasKind(attribute, value)) return [wrongKind(attribute, path)];
  if (attribute.kind === "block") return checkAttributes(attribute.attributes, value as AnyValues, path, false);
  if (attribute.kind !== "blockList") return [];
  return (value as unknown[]).flatMap((element, index) =>
    isObject(element) ? checkAttributes(attribute.attributes, element, [...path, index], false) : [],
  );
}

function isRequired(attribute: Attribute): boolean {
  if (attribute.kind === "blockList") return (attribute.minItems ?? 0) > 0;
  return !isBlock(attribute) && attribute.required === true;
}

function hasKind(attribute: Attribute, value: unknown): boolean {
  const isText = (item: unknown) => typeof item === "string" || isUnknown(item);
  switch (attribute.kind) {
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "stringSet":
    case "stringList":
      return Array.isArray(value) && value.every(isText);
    case "stringMap":
      return isObject(value) && Object.values(value).every(isText);
    case "block":
      return isObject(value);
    case "blockList":
      return Array.isArray(value) && value.every((item) => isObject(item) || isUnknown(item));
  }
}

function told(path: Path, code: string, summary: string, detail: string): Diagnostic {
  return { severity: "error", code, summary, detail, path };
}

function unknownName(path: Path, names: readonly string[]): Diagnostic {
  const wanted = String(path.at(-1));
  const spelled = names.find((name) => name.toLowerCase() === wanted.replaceAll("_", "").toLowerCase());
  const near = spelled ?? nearest(wanted, names, 1)[0];
  const hint = near === undefined ? `There are ${[...names].sort().join(", ")}.` : `Did you mean ${near}?`;
  return told(path, "UnknownProperty", `There is no property "${wanted}"`, hint);
}

function missing(path: Path): Diagnostic {
  return told(path, "MissingProperty", "The property is missing", "Give it a value.");
}

function computed(path: Path): Diagnostic {
  return told(path, "ComputedProperty", "The property cannot be set", "Palette gives it: leave it out.");
}

function wrongKind(attribute: Attribute, path: Path): Diagnostic {
  return told(path, "WrongType", "The property has the wrong type", `It must be ${KINDS[attribute.kind]}.`);
}
