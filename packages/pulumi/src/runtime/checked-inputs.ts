import {
  type AnyValues,
  type Attribute,
  type Attributes,
  defaultOf,
  isObject,
  isUnknown,
  sameValue,
} from "@palette-profiles/resource-kit";

/**
 * The inputs that Pulumi keeps and compares: the program's, defaults filled in, and each value in the spelling it had
 * before where both mean the same, so that a change of formatting shows nowhere.
 */
export function checkedInputs(attributes: Attributes, olds: AnyValues, news: AnyValues): AnyValues {
  const inputs: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = checkedInput(attribute, olds[name], news[name]);
    if (value !== undefined) inputs[name] = value;
  }
  return inputs;
}

function checkedInput(attribute: Attribute, old: unknown, given: unknown): unknown {
  const value = given === undefined ? defaultOf(attribute) : given;
  if (value === undefined || isUnknown(value)) return value;
  if (attribute.kind === "block") {
    if (!isObject(value)) return value;
    return checkedInputs(attribute.attributes, isObject(old) ? old : {}, value);
  }
  if (attribute.kind === "blockList") {
    if (!Array.isArray(value)) return value;
    const before = new Map(listOf(old).map((element) => [attribute.key(element), element]));
    return value.map((element: unknown) =>
      isObject(element)
        ? checkedInputs(attribute.attributes, before.get(attribute.key(element)) ?? {}, element)
        : element,
    );
  }
  return sameValue(attribute, old, value) ? old : value;
}

function listOf(value: unknown): AnyValues[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
