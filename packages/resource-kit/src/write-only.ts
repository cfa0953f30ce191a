import type { Path } from "./path";
import { type AnyValues, type Attributes, isBlock, isWriteOnly } from "./schema";
import { isObject, leaves } from "./values";

/** The values without those that only a config may hold. */
export function withoutWriteOnly(attributes: Attributes, values: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => attributes[name] === undefined || !isWriteOnly(attributes[name]))
      .map(([name, value]) => {
        const attribute = attributes[name];
        if (attribute === undefined || !isBlock(attribute)) return [name, value];
        const inner = (element: unknown) =>
          isObject(element) ? withoutWriteOnly(attribute.attributes, element) : element;
        return [name, Array.isArray(value) ? value.map(inner) : inner(value)];
      }),
  );
}

/** Where a config gives a write-only value, known or not. */
export function writeOnlyPaths(attributes: Attributes, config: AnyValues): Path[] {
  return [...leaves(attributes, config)]
    .filter(({ attribute, value }) => value !== undefined && isWriteOnly(attribute))
    .map(({ path }) => path);
}
