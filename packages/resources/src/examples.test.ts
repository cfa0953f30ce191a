import {
  type AnyValues,
  type Attribute,
  type Attributes,
  type Diagnostic,
  isBlock,
  isComputed,
} from "@palette-profiles/resource-kit";
import { palette } from "./provider";

const SERVED = ["cluster_profile", "app_profile", "system_profile"];
const resources = palette.resources.filter(({ type }) => SERVED.includes(type));

const described: [string, Attributes][] = [
  ["the provider's settings", palette.attributes],
  ...[...resources, ...palette.dataSources].map((it): [string, Attributes] => [it.type, it.attributes]),
];

test.each(described)("every attribute of %s has an example", (_, attributes) => {
  expect(withoutExample(attributes)).toEqual([]);
});

test("every parameter of a function has an example, and they give the result that it says", () => {
  for (const it of palette.functions ?? []) {
    const examples = it.parameters.map(({ example }) => example);
    expect([it.name, examples.filter((example) => example === undefined)]).toEqual([it.name, []]);
    expect(it.call(...examples)).toEqual(it.returnsExample);
  }
});

test.each(resources.map((it) => [it.type, it] as const))("the examples of a %s go together", (_, it) => {
  const config = together(it.attributes, (attribute) => isBlock(attribute) || !isOnlyComputed(attribute));
  expect(errors(it.validate?.(config))).toEqual([]);
});

test.each(palette.dataSources.map((it) => [it.type, it] as const))(
  "the examples of a data source %s go one by one",
  (_, it) => {
    const required = together(it.attributes, (attribute) => !isBlock(attribute) && attribute.required === true);
    const name = it.attributes.name && !isBlock(it.attributes.name) ? { name: it.attributes.name.example } : {};
    for (const [given, attribute] of Object.entries(it.attributes)) {
      if (isOnlyComputed(attribute)) continue;
      const config = {
        ...required,
        ...(given === "id" || given === "nameContains" ? {} : name),
        [given]: attribute.example,
      };
      expect([given, errors(it.validate?.(config))]).toEqual([given, []]);
    }
  },
);

test("the examples of the provider's settings go together", () => {
  expect(errors(palette.validate?.(together(palette.attributes, () => true)))).toEqual([]);
});

const isOnlyComputed = (attribute: Attribute): boolean =>
  isComputed(attribute) && !isBlock(attribute) && attribute.optional !== true;

function together(attributes: Attributes, wanted: (attribute: Attribute) => boolean): AnyValues {
  const fitting = Object.entries(attributes).filter(([, attribute]) => wanted(attribute));
  return Object.fromEntries(fitting.map(([name, { example }]) => [name, structuredClone(example)]));
}

function errors(told: readonly Diagnostic[] = []): Diagnostic[] {
  return told.filter(({ severity }) => severity === "error");
}

function withoutExample(attributes: Attributes, at = ""): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => [
    ...(attribute.example === undefined ? [`${at}${name}`] : []),
    ...(isBlock(attribute) ? withoutExample(attribute.attributes, `${at}${name}.`) : []),
  ]);
}
