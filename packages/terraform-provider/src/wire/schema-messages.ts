import { bool, bytes, type Encodable, int, message, nested, repeated, string } from "./message";

// How schemas and functions are described to Terraform.

export const STRING_KIND = { plain: 0, markdown: 1 } as const;
export const NESTING = { single: 1, list: 2 } as const;

const schemaAttribute = message({
  name: string(1),
  /** The type in JSON. */
  type: bytes(2),
  description: string(3),
  required: bool(4),
  optional: bool(5),
  computed: bool(6),
  sensitive: bool(7),
  descriptionKind: int(8),
  deprecated: bool(9),
  writeOnly: bool(11),
});
export type SchemaAttribute = Encodable<typeof schemaAttribute>;

export interface SchemaBlock {
  attributes?: readonly SchemaAttribute[] | undefined;
  blockTypes?: readonly SchemaNestedBlock[] | undefined;
  description?: string | undefined;
  descriptionKind?: number | undefined;
  deprecated?: boolean | undefined;
}
export interface SchemaNestedBlock {
  typeName: string;
  block: SchemaBlock;
  nesting: number;
  minItems: number;
}

// A block holds blocks, so the codec of a nested one asks for that of a block only when it is used.
const nestedBlock = message({
  typeName: string(1),
  block: nested<SchemaBlock, SchemaBlock>(2, {
    encode: (value) => schemaBlock.encode(value),
    decode: (value) => schemaBlock.decode(value),
  }),
  nesting: int(3),
  minItems: int(4),
});
const schemaBlock: { encode(value: SchemaBlock): Buffer; decode(bytes: Uint8Array): SchemaBlock } = message({
  attributes: repeated(2, schemaAttribute),
  blockTypes: repeated<SchemaNestedBlock, SchemaNestedBlock>(3, {
    encode: (value) => nestedBlock.encode(value),
    decode(value) {
      const { block, ...rest } = nestedBlock.decode(value);
      return { ...rest, block: block ?? {} };
    },
  }),
  description: string(4),
  descriptionKind: int(5),
  deprecated: bool(6),
});
export const schema = message({ version: int(1), block: nested(2, schemaBlock) });

export const identitySchema = message({
  version: int(1),
  attributes: repeated(
    2,
    message({
      name: string(1),
      type: bytes(2),
      requiredForImport: bool(3),
      optionalForImport: bool(4),
      description: string(5),
    }),
  ),
});

const parameter = message({
  name: string(1),
  type: bytes(2),
  allowNullValue: bool(3),
  allowUnknownValues: bool(4),
  description: string(5),
  descriptionKind: int(6),
});
export type FunctionParameterMessage = Encodable<typeof parameter>;

export const functionSignature = message({
  parameters: repeated(1, parameter),
  variadicParameter: nested(2, parameter),
  return: nested(3, message({ type: bytes(1) })),
  summary: string(4),
  description: string(5),
  descriptionKind: int(6),
  deprecationMessage: string(7),
});
