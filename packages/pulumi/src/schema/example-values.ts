import type { AnyValues, Attributes } from "@palette-profiles/resource-kit";

/** The examples of the named attributes, together. */
export function exampleValues(attributes: Attributes, names: readonly string[]): AnyValues {
  return Object.fromEntries(
    names.map((name) => {
      const example = attributes[name]?.example;
      if (example === undefined) throw new Error(`There is no example of ${name}.`);
      return [name, example];
    }),
  );
}
