import type { AttributeSchema, BlockSchema, TerraformSchema } from "../schema/terraform-schema";
import type { Encodable } from "../wire/message";
import { NESTING, type SchemaAttribute, type SchemaBlock, STRING_KIND, type schema } from "../wire/tfplugin6";
import type { Handler } from "./handler";

/** What the server can do beyond what protocol 6.0 says. */
const serverCapabilities = { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: false };

export const getMetadata: Handler<"GetMetadata"> = ({ schemas }) => ({
  serverCapabilities,
  resources: [...schemas.resources.keys()].map((typeName) => ({ typeName })),
  dataSources: [...schemas.dataSources.keys()].map((typeName) => ({ typeName })),
});

export const getProviderSchema: Handler<"GetProviderSchema"> = ({ schemas }) => ({
  serverCapabilities,
  provider: schemaMessage(schemas.provider),
  resourceSchemas: new Map([...schemas.resources].map(([name, it]) => [name, schemaMessage(it)])),
  dataSourceSchemas: new Map([...schemas.dataSources].map(([name, it]) => [name, schemaMessage(it)])),
});

/** The provider has no functions yet. */
export const getFunctions: Handler<"GetFunctions"> = () => ({});

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
