import { toyProvider } from "../testing/toy";
import { providerSchemaJson } from "./schema-json";

const schemas = providerSchemaJson(toyProvider(), "example.com/acme/toy").provider_schemas;
const { provider, resource_schemas, data_source_schemas } = schemas["example.com/acme/toy"]!;
const thing = resource_schemas.toy_thing!;

test("resources, data sources and the provider's own configuration are there, by full name", () => {
  expect(Object.keys(resource_schemas)).toEqual(["toy_thing"]);
  expect(Object.keys(data_source_schemas)).toEqual(["toy_search"]);
  expect(Object.keys(provider.block.attributes!)).toEqual(["place"]);
  expect([provider.version, thing.version]).toEqual([0, 1]);
});

test.each([
  ["name", { type: "string", required: true }],
  ["id", { type: "string", computed: true }],
  ["size", { type: "number", optional: true }],
  ["enabled", { type: "bool", optional: true }],
  ["colours", { type: ["set", "string"], optional: true }],
  ["notes", { type: ["list", "string"], optional: true }],
  ["labels", { type: ["map", "string"], optional: true }],
  ["secret", { type: "string", optional: true, write_only: true }],
  ["password", { type: "string", optional: true, sensitive: true }],
  ["old_name", { type: "string", optional: true, deprecated: true }],
  // Terraform lets a provider fill in only what may be computed.
  ["mode", { type: "string", optional: true, computed: true }],
])("the flags of %s are Terraform's", (name, flags) => {
  const { description, ...rest } = thing.block.attributes![name]!;
  expect(rest).toEqual({ ...flags, description_kind: "markdown" });
  expect(description).toBeTruthy();
});

test("blocks have Terraform's names and nesting", () => {
  const { part, settings } = thing.block.block_types!;
  expect([part!.nesting_mode, settings!.nesting_mode]).toEqual(["list", "single"]);
  expect(Object.keys(part!.block.block_types!)).toEqual(["screw"]);
});

test("a deprecated attribute says what to use instead", () => {
  expect(thing.block.attributes!.old_name!.description).toBe("What people called it.\n\nDeprecated: use `name`");
});

test("functions, ephemeral resources, lists and identities are there as Terraform prints them", () => {
  const { functions, ephemeral_resource_schemas, list_resource_schemas, resource_identity_schemas } =
    schemas["example.com/acme/toy"]!;
  const text = { description: "Any text.", type: "string" };
  expect(functions!.join_texts).toEqual({
    description: "Joins texts with something between them.",
    summary: "Joins texts",
    return_type: "string",
    parameters: [{ ...text, name: "some_text" }],
    variadic_parameter: { ...text, name: "parts", description: "What is joined." },
  });
  expect(functions!.count).toMatchObject({ deprecation_message: "use `length`", return_type: "number" });
  expect(functions!.count!.parameters!.map(({ is_nullable }) => is_nullable)).toEqual([
    undefined,
    undefined,
    undefined,
    true,
  ]);
  expect(functions!.later).toEqual({
    description: "Is never known.",
    summary: "Is never known",
    return_type: ["map", "string"],
  });
  expect(Object.keys(ephemeral_resource_schemas!.toy_ticket!.block.attributes!)).toEqual(["number", "seat"]);
  expect(list_resource_schemas!.toy_thing!.block.description).toBe("Finds things.");
  expect(resource_identity_schemas).toEqual({
    toy_thing: {
      version: 1,
      attributes: {
        id: { type: "string", description: "The backend's name for it.", required_for_import: true },
        place: { type: "string", description: "Where it is.", optional_for_import: true },
      },
    },
  });
});

test("a provider without them says nothing of them", () => {
  const { functions: _, ephemerals: __, ...rest } = toyProvider();
  const bare = { ...rest, resources: rest.resources.map(({ identity: _, list: __, ...it }) => it) };
  const [it] = Object.values(providerSchemaJson(bare).provider_schemas);
  expect(Object.keys(it!)).toEqual(["provider", "resource_schemas", "data_source_schemas"]);
});
