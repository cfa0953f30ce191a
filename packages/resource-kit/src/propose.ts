import { type AnyValues, type Attribute, type Attributes, defaultOf, isComputed, isWriteOnly } from "./schema";
import { UNKNOWN } from "./unknown";
import { elementsOf, isObject, matchElements, sameValue } from "./values";

/**
 * What the config asks for, laid over the state before: the user's values, then defaults, then computed values that
 * stand until something says otherwise, else unknown.
 *
 * A value that means the same as the one before keeps the spelling of the one before, so that nothing is planned for it.
 * Terraform allows that only at the same position ("planned equals config or prior"), so an element that moved keeps its
 * computed values, found by key, but takes the config's spelling. Write-only values are left out.
 */
export function propose(attributes: Attributes, prior: AnyValues | undefined, config: AnyValues): AnyValues {
  return proposeAttributes(attributes, prior, prior, config);
}

function proposeAttributes(
  attributes: Attributes,
  /** The element with the same key: gives computed values. */
  same: AnyValues | undefined,
  /** The element at the same position: gives spelling. */
  place: AnyValues | undefined,
  config: AnyValues,
): AnyValues {
  const planned: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = proposeOne(attribute, same?.[name], place?.[name], config[name], same !== undefined);
    if (value !== undefined) planned[name] = value;
  }
  return planned;
}

function proposeOne(attribute: Attribute, same: unknown, place: unknown, config: unknown, existed: boolean): unknown {
  if (isWriteOnly(attribute)) return undefined;
  if (config === UNKNOWN) return UNKNOWN;
  if (attribute.kind === "block") {
    if (!isObject(config)) return undefined;
    return proposeAttributes(
      attribute.attributes,
      isObject(same) ? same : undefined,
      isObject(place) ? place : undefined,
      config,
    );
  }
  if (attribute.kind === "blockList") {
    if (!Array.isArray(config)) return undefined;
    const before = elementsOf(same);
    const places = elementsOf(place);
    const matches = matchElements(attribute, config, before);
    return config.map((element: unknown, index) => {
      if (!isObject(element)) return element;
      const match = matches[index]!;
      return proposeAttributes(
        attribute.attributes,
        before[match],
        match === index ? places[index] : undefined,
        element,
      );
    });
  }
  const wanted = config === undefined ? defaultOf(attribute) : config;
  if (wanted !== undefined) return sameValue(attribute, place, wanted) ? place : wanted;
  if (!isComputed(attribute)) return undefined;
  return existed ? same : UNKNOWN;
}
