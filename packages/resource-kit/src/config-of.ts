import { type AnyValues, type Attribute, type Attributes, defaultOf, isBlock, isWriteOnly } from "./schema";
import { isObject, sameValue } from "./values";

/**
 * A short config of which the plan is empty: without what only the backend gives, and without what equals its default.
 * What the backend gives where the user does not is kept: only the user knows who gave it.
 */
export function configOf(attributes: Attributes, state: AnyValues): AnyValues {
  const config: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = configValue(attribute, state[name]);
    if (value !== undefined) config[name] = value;
  }
  return config;
}

function configValue(attribute: Attribute, value: unknown): unknown {
  if (attribute.kind === "block") return isObject(value) ? configOf(attribute.attributes, value) : undefined;
  if (attribute.kind === "blockList") {
    return Array.isArray(value) && value.length > 0
      ? value.map((element: unknown) => (isObject(element) ? configOf(attribute.attributes, element) : element))
      : undefined;
  }
  if (isWriteOnly(attribute) || isGivenByBackend(attribute)) return undefined;
  const standard = defaultOf(attribute);
  return standard !== undefined && sameValue(attribute, value, standard) ? undefined : value;
}

function isGivenByBackend(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.computed === true && attribute.optional !== true;
}
