import type { Attributes } from "@palette-profiles/resource-kit";
import { isBlock } from "@palette-profiles/resource-kit";
import { palette } from "@palette-profiles/resources";
import { servedFunctions } from "../functions/served-functions";
import { served } from "../runtime/served";
import { checkShape } from "../runtime/shape";
import { propertyName } from "../runtime/wire";
import { packageSchema } from "./package-schema";
import type { ObjectSpec, PropertySpec, TypeSpec } from "./specs";

const schema = packageSchema();

/** Every object of the schema, by where it stands. */
const objects: [string, Pick<ObjectSpec, "properties" | "required">][] = [
  ["config", { properties: schema.config.variables, required: [] }],
  ...[["provider", schema.provider] as const, ...Object.entries(schema.resources)].flatMap(
    ([token, it]): typeof objects => [
      [`inputs of ${token}`, { properties: it.inputProperties, required: it.requiredInputs }],
      [`outputs of ${token}`, it],
    ],
  ),
  ...Object.entries(schema.types),
  ...Object.entries(schema.functions).flatMap(([token, it]): typeof objects => [
    [`inputs of ${token}`, it.inputs],
    [`outputs of ${token}`, it.outputs],
  ]),
];

/** Where a rule is broken: `inputs of palette:index:getPack: name`. */
function broken(rule: (name: string, property: PropertySpec) => boolean): string[] {
  return objects.flatMap(([where, { properties }]) =>
    Object.entries(properties).flatMap(([name, property]) => (rule(name, property) ? [`${where}: ${name}`] : [])),
  );
}

test("every property has a description, with an example", () => {
  expect(broken((_, { description }) => !/^[A-Z`].*\n\nExample:/s.test(description))).toEqual([]);
});

test("every reference is to a type that there is", () => {
  expect(broken((_, property) => references(property).some((token) => !known(token)))).toEqual([]);
});

test("every name is in camelCase, and every language can have it", () => {
  expect(broken((name) => !/^[a-z][A-Za-z]*$/.test(name) || RESERVED.has(name))).toEqual([]);
});

test("no description names a property as Terraform spells it", () => {
  const spelt = /`(?!in_place`)[a-z]+_[a-z_]+`/;
  expect(broken((_, { description }) => spelt.test(description.split("\n\n")[0] ?? ""))).toEqual([]);
});

test("what is required is there, and said once", () => {
  const wrong = objects.filter(
    ([, { properties, required }]) =>
      new Set(required).size < required.length || required.some((name) => !(name in properties)),
  );
  expect(wrong).toEqual([]);
});

/** Pulumi's own properties of resources, names that its schema refuses, and words that a language takes for itself. */
const RESERVED = new Set(
  "id urn pulumi provider resourceOptions elementType class default enum import package private public static abstract interface self None True False lambda pass range select func object string".split(
    " ",
  ),
);

function references(it: TypeSpec): string[] {
  if ("$ref" in it) return [it.$ref];
  if (it.type === "array") return references(it.items);
  return it.type === "object" ? references(it.additionalProperties) : [];
}

const known = (reference: string): boolean =>
  reference === "pulumi.json#/Any" || reference.replace("#/types/", "") in schema.types;

test("every type is used", () => {
  const used = new Set(objects.flatMap(([, { properties }]) => Object.values(properties).flatMap(references)));
  expect(Object.keys(schema.types).filter((token) => !used.has(`#/types/${token}`))).toEqual([]);
});

test("is the same each time", () => {
  expect(JSON.stringify(packageSchema())).toBe(JSON.stringify(schema));
});

test.each(Object.entries(schema.resources))("%s shows programs in four languages, and how it is imported", (_, it) => {
  for (const language of ["typescript", "python", "go", "yaml"])
    expect(it.description).toContain(`\`\`\`${language}\n`);
  expect(it.description).toContain("$ pulumi import palette:index:");
});

test("secrets are marked wherever they stand, and what replaces at the inputs", () => {
  const secrets = (properties: Record<string, PropertySpec>) =>
    Object.keys(properties).filter((name) => properties[name]?.secret === true);
  expect(secrets(schema.config.variables)).toEqual(["apiKey", "systemToken", "systemPassword"]);
  expect(secrets(schema.provider.inputProperties)).toEqual(["apiKey", "systemToken", "systemPassword"]);
  expect(secrets(schema.types["palette:index:ClusterProfileVariable"]!.properties)).toEqual([
    "defaultValue",
    "defaultValueWo",
  ]);
  expect(secrets(schema.resources["palette:index:SystemProfile"]!.properties)).toEqual([
    "previousLayers",
    "lastApplied",
  ]);
  expect(secrets(schema.functions["palette:index:getMacros"]!.outputs.properties)).toEqual(["macrosMap", "macroValue"]);
  const { inputProperties } = schema.resources["palette:index:ClusterProfile"]!;
  expect(Object.keys(inputProperties).filter((name) => inputProperties[name]?.willReplaceOnChanges)).toEqual([
    "context",
    "project",
    "type",
    "cloud",
  ]);
});

test("every setting names its environment variable; an explicit provider has none that would end in the state", () => {
  for (const it of Object.values(schema.config.variables)) expect(it.defaultInfo?.environment).toHaveLength(1);
  for (const it of Object.values(schema.provider.inputProperties)) expect(it.defaultInfo).toBeUndefined();
});

test("a write-only value can be given, and comes back nowhere", () => {
  expect(schema.types["palette:index:ClusterProfileVariableResult"]!.properties).not.toHaveProperty("defaultValueWo");
});

describe("the examples that properties show", () => {
  const described: [string, Attributes][] = [
    ...Object.entries(served).map(([name, { resource }]): [string, Attributes] => [name, resource.attributes]),
    ...Object.entries(servedFunctions).map(([name, it]): [string, Attributes] => [name, it.arguments]),
    ["the provider", palette.attributes],
  ];

  test.each(described)("of %s have the types that are asked for", (_, attributes) => {
    expect(wrongExamples(attributes)).toEqual([]);
  });

  function wrongExamples(attributes: Attributes): unknown[] {
    return Object.entries(attributes).flatMap(([name, attribute]) => {
      if (name === "overrides" && typeof attribute.example === "object") return [];
      const isAsked = isBlock(attribute) || attribute.required === true || attribute.optional === true;
      const values = { [name]: attribute.example };
      const properties = { [propertyName(name)]: attribute.example };
      return [
        ...(isAsked ? checkShape({ [name]: attribute }, properties, values) : []),
        ...(isBlock(attribute) ? wrongExamples(attribute.attributes) : []),
      ];
    });
  }
});
