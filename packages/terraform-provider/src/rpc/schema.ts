import type { AttributeSchema, BlockSchema, TerraformSchema } from "../schema/terraform-schema";
import type { Encodable } from "../wire/message";
import {
  type identitySchema,
  NESTING,
  type SchemaAttribute,
  type SchemaBlock,
  STRING_KIND,
  type schema,
} from "../wire/schema-messages";
import { signatures } from "./functions";
import type { Handler } from "./handler";

/** What the server can do beyond what protocol 6.0 says. */
const serverCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
  generateResourceConfig: true,
};

export const getMetadata: Handler<"GetMetadata"> = ({ provider, schemas }) => ({
  serverCapabilities,
  resources: typeNames(schemas.resources),
  dataSources: typeNames(schemas.dataSources),
  functions: (provider.functions ?? []).map(({ name }) => ({ name })),
  ephemeralResources: typeNames(schemas.ephemerals),
  listResources: typeNames(schemas.lists),
});

export const getProviderSchema: Handler<"GetProviderSchema"> = (session) => ({
  serverCapabilities,
  provider: schemaMessage(session.schemas.provider),
  resourceSchemas: schemaMessages(session.schemas.resources),
  dataSourceSchemas: schemaMessages(session.schemas.dataSources),
  functions: signatures(session),
  ephemeralResourceSchemas: schemaMessages(session.schemas.ephemerals),
  listResourceSchemas: schemaMessages(session.schemas.lists),
});

export const getResourceIdentitySchemas: Handler<"GetResourceIdentitySchemas"> = ({ schemas }) => ({
  identitySchemas: new Map([...schemas.identities].map(([name, it]) => [name, identityMessage(it)])),
});

function identityMessage({ version, block }: TerraformSchema): Encodable<typeof identitySchema> {
  return {
    version,
    attributes: [...block.attributes].map(([name, { type, required, optional, description }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      requiredForImport: required,
      optionalForImport: optional,
      description,
    })),
  };
}

function typeNames(all: ReadonlyMap<string, TerraformSchema>): { typeName: string }[] {
  return [...all.keys()].map((typeName) => ({ typeName }));
}

function schemaMessages(all: ReadonlyMap<string, TerraformSchema>): Map<string, Encodable<typeof schema>> {
  return new Map([...all].map(([name, it]) => [name, schemaMessage(it)]));
}

function schemaMessage({ version, block }: TerraformSchema): Encodable<typeof schema> {
  return { version, block: blockMessage(block) };
}

function blockMessage({ description, deprecated, attributes, blocks }: BlockSchema): SchemaBlock {
  return {
    description,
    descriptionKind: kindOf(description),
    deprecated,
    attributes: [...attributes].map(attributeMessage),
    blockTypes: [...blocks].map(([typeName, { nesting, minItems, block }]) => ({
      typeName,
      nesting: NESTING[nesting],
      minItems,
      block: blockMessage(block),
    })),
  };
}

function attributeMessage([name, { type, ...rest }]: [string, AttributeSchema]): SchemaAttribute {
  return { ...rest, name, type: Buffer.from(JSON.stringify(type)), descriptionKind: kindOf(rest.description) };
}

function kindOf(description: string): number {
  return description === "" ? STRING_KIND.plain : STRING_KIND.markdown;
}
