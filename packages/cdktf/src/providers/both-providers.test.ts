import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { palette } from "@palette-profiles/resources";
import { providerSchemaJson } from "@palette-profiles/terraform-provider";
import { problemsOf, synthesised } from "./stacks.test-support";
import { wholeProgram } from "./whole-program.test-support";

/** `terraform providers schema -json`, as far as the test looks at it. */
interface Schema {
  provider_schemas: Record<
    string,
    Record<"resource_schemas" | "data_source_schemas", Record<string, { block: Block }>> & {
      provider: { block: Block };
    }
  >;
}
interface Block {
  attributes?: Record<string, { type: unknown; required?: boolean; optional?: boolean }>;
  block_types?: Record<string, { nesting_mode: string; block: Block; min_items?: number; max_items?: number }>;
}

const OFFICIAL = resolve(__dirname, "../../../../../shared/palette/official-terraform-schema.json");
const SCHEMAS = {
  palette: providerSchemaJson(palette) as unknown as Schema,
  spectrocloud: JSON.parse(readFileSync(OFFICIAL, "utf8")) as Schema,
};
const META = new Set(["provider", "depends_on", "lifecycle"]);

test.each(["palette", "spectrocloud"] as const)(
  "All that a program can say is as the schema of the provider has it: %s",
  (implementation) => {
    const stack = wholeProgram({ implementation });
    expect(problemsOf(stack)).toEqual([]);
    const { resource, data = {}, provider } = synthesised(stack);
    const [schema] = Object.values(SCHEMAS[implementation].provider_schemas);
    const problems = provider[implementation]!.flatMap((it) => broken(schema!.provider.block, it, "provider"));
    for (const [kind, types] of Object.entries({ resource_schemas: resource, data_source_schemas: data })) {
      for (const [type, blocks] of Object.entries(types)) {
        const { block } = schema![kind as "resource_schemas"][type]!;
        for (const [name, it] of Object.entries(blocks)) problems.push(...broken(block, it, `${type}.${name}`));
      }
    }
    expect(problems).toEqual([]);
    expect(Object.keys(resource).sort()).toEqual(TYPES[implementation]);
  },
);

const TYPES = {
  palette: ["palette_app_profile", "palette_cluster_profile"],
  spectrocloud: ["spectrocloud_application_profile", "spectrocloud_cluster_profile"],
};

/** What of a block the schema does not have, has otherwise, or wants besides. */
function broken({ attributes = {}, block_types = {} }: Block, given: unknown, at: string): string[] {
  const entries = Object.entries(given as Record<string, unknown>).filter(([name]) => !META.has(name));
  const wanted = Object.keys(attributes).filter((name) => attributes[name]!.required);
  const needed = Object.keys(block_types).filter((name) => (block_types[name]!.min_items ?? 0) > 0);
  const missing = [...wanted, ...needed].filter((name) => !entries.some(([key]) => key === name));
  return [
    ...missing.map((name) => `${at}: ${name} is missing`),
    ...entries.flatMap(([name, value]) => {
      const here = `${at}.${name}`;
      const nested = block_types[name];
      if (nested !== undefined) {
        const blocks = Array.isArray(value) ? value : [value];
        const tooMany = blocks.length > (nested.max_items || Number.POSITIVE_INFINITY) ? [`${here}: too many`] : [];
        return [...tooMany, ...blocks.flatMap((each, index) => broken(nested.block, each, `${here}[${index}]`))];
      }
      const attribute = attributes[name];
      if (attribute === undefined) return [`${here}: unknown`];
      if (!attribute.required && !attribute.optional) return [`${here}: cannot be given`];
      return hasType(attribute.type, value) ? [] : [`${here}: not of type ${JSON.stringify(attribute.type)}`];
    }),
  ];
}

function hasType(type: unknown, value: unknown): boolean {
  if (typeof type === "string") return typeof value === (type === "bool" ? "boolean" : type);
  const [collection, of] = type as [string, unknown];
  const elements = collection === "map" ? Object.values(value as object) : value;
  return Array.isArray(elements) && elements.every((element) => hasType(of, element));
}

test("One program beneath both providers, side by side", () => {
  const [ours, official] = (["palette", "spectrocloud"] as const).map((implementation) => {
    const { resource, data = {} } = synthesised(wholeProgram({ implementation }));
    return { ...inRoot(resource), ...inRoot(data) };
  });
  expect({ ours, official }).toMatchSnapshot();
});

/** The blocks that stand in the root of the stack; those of the construct are the same. */
function inRoot(types: Record<string, Record<string, unknown>>): object {
  const ofType = (blocks: object) => Object.entries(blocks).filter(([name]) => !name.startsWith("team"));
  return Object.fromEntries(Object.entries(types).map(([type, blocks]) => [type, Object.fromEntries(ofType(blocks))]));
}

test("The switch changes no id, and says what becomes what", () => {
  const names = (types: object) => Object.values(types).map((blocks: object) => Object.keys(blocks).sort());
  const before = synthesised(wholeProgram({ implementation: "spectrocloud" }));
  const after = synthesised(wholeProgram({ movedFrom: "spectrocloud" }));
  expect(names(after.resource).sort()).toEqual(names(before.resource).sort());
  expect(after.moved).toHaveLength(4);
});
