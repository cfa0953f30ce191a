import type { Provider } from "@palette-profiles/resource-kit";
import { formatAddress, PALETTE_ADDRESS } from "../address";
import { type FunctionJson, functionJson } from "./function-json";
import { providerSchemas } from "./provider-schemas";
import type { AttributeSchema, BlockSchema, TerraformSchema, TerraformType } from "./terraform-schema";

/** What `terraform providers schema -json` prints. */
export interface ProviderSchemaJson {
  format_version: "1.0";
  provider_schemas: Record<
    string,
    {
      provider: SchemaJson;
      resource_schemas: Record<string, SchemaJson>;
      data_source_schemas: Record<string, SchemaJson>;
      ephemeral_resource_schemas?: Record<string, SchemaJson>;
      list_resource_schemas?: Record<string, SchemaJson>;
      functions?: Record<string, FunctionJson>;
      resource_identity_schemas?: Record<string, IdentityJson>;
    }
  >;
}

export interface SchemaJson {
  version: number;
  block: BlockJson;
}

export interface IdentityJson {
  version: number;
  attributes: Record<
    string,
    { type: TerraformType; description?: string; required_for_import?: true; optional_for_import?: true }
  >;
}

export interface BlockJson {
  attributes?: Record<string, AttributeJson>;
  block_types?: Record<string, { nesting_mode: "single" | "list"; block: BlockJson; min_items?: number }>;
  description?: string;
  description_kind: "plain" | "markdown";
  deprecated?: true;
}

export interface AttributeJson {
  type: TerraformType;
  description?: string;
  description_kind: "plain" | "markdown";
  required?: true;
  optional?: true;
  computed?: true;
  sensitive?: true;
  deprecated?: true;
  write_only?: true;
}

/**
 * The provider's schema as `terraform providers schema -json` prints it, without Terraform: input for code generators.
 * Terraform before 1.14 leaves out what it does not know, such as lists and identities.
 */
export function providerSchemaJson<C>(
  provider: Provider<C>,
  address = formatAddress(PALETTE_ADDRESS),
): ProviderSchemaJson {
  const schemas = providerSchemas(provider);
  const functions = new Map((provider.functions ?? []).map((each) => [each.name, each]));
  return {
    format_version: "1.0",
    provider_schemas: {
      [address]: {
        provider: schemaJson(schemas.provider),
        resource_schemas: record(schemas.resources, schemaJson),
        data_source_schemas: record(schemas.dataSources, schemaJson),
        ...(schemas.ephemerals.size > 0 && { ephemeral_resource_schemas: record(schemas.ephemerals, schemaJson) }),
        ...(schemas.lists.size > 0 && { list_resource_schemas: record(schemas.lists, schemaJson) }),
        ...(functions.size > 0 && { functions: record(functions, functionJson) }),
        ...(schemas.identities.size > 0 && { resource_identity_schemas: record(schemas.identities, identityJson) }),
      },
    },
  };
}

function schemaJson({ version, block }: TerraformSchema): SchemaJson {
  return { version, block: blockJson(block) };
}

function identityJson({ version, block }: TerraformSchema): IdentityJson {
  return {
    version,
    attributes: record(block.attributes, ({ type, description, required, optional }) => ({
      type,
      ...(description !== "" && { description }),
      ...flag("required_for_import", required),
      ...flag("optional_for_import", optional),
    })),
  };
}

function blockJson({ attributes, blocks, description, deprecated }: BlockSchema): BlockJson {
  return {
    ...(attributes.size > 0 && { attributes: record(attributes, attributeJson) }),
    ...(blocks.size > 0 && {
      block_types: record(blocks, ({ nesting, minItems, block }) => ({
        nesting_mode: nesting,
        block: blockJson(block),
        ...(minItems > 0 && { min_items: minItems }),
      })),
    }),
    ...descriptionJson(description),
    ...flag("deprecated", deprecated),
  };
}

function attributeJson(schema: AttributeSchema): AttributeJson {
  return {
    type: schema.type,
    ...descriptionJson(schema.description),
    ...flag("required", schema.required),
    ...flag("optional", schema.optional),
    ...flag("computed", schema.computed),
    ...flag("sensitive", schema.sensitive),
    ...flag("deprecated", schema.deprecated),
    ...flag("write_only", schema.writeOnly),
  };
}

function descriptionJson(description: string): { description?: string; description_kind: "plain" | "markdown" } {
  return description === "" ? { description_kind: "plain" } : { description, description_kind: "markdown" };
}

/** Terraform leaves out what is false. */
function flag<const Name extends string>(name: Name, set: boolean): { [K in Name]?: true } {
  return (set ? { [name]: true } : {}) as { [K in Name]?: true };
}

/** In the order of names, as Terraform prints maps. */
function record<From, To>(from: ReadonlyMap<string, From>, to: (value: From) => To): Record<string, To> {
  const entries = [...from].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, to(value)]));
}
