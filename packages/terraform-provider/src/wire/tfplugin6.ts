import {
  bool,
  bytes,
  type Decoded,
  type Encodable,
  int,
  mapOf,
  message,
  nested,
  oneof,
  repeated,
  string,
} from "./message";

// The messages of Terraform's plugin protocol 6, as far as this provider speaks it. Fields that it neither reads nor
// writes (deferred actions, provider metadata, identities, flatmap states) are left out: the codec skips them.

export const dynamicValue = message({ msgpack: bytes(1), json: bytes(2) });

/** One step from a resource into an attribute; exactly one part is set. */
export const attributePathStep = message({
  attributeName: oneof.string(1),
  elementKeyString: oneof.string(2),
  elementKeyInt: oneof.int(3),
});
export const attributePath = message({ steps: repeated(1, attributePathStep) });

export const SEVERITY = { error: 1, warning: 2 } as const;
export const diagnostic = message({
  severity: int(1),
  summary: string(2),
  detail: string(3),
  attribute: nested(4, attributePath),
});

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

export const serverCapabilities = message({
  planDestroy: bool(1),
  getProviderSchemaOptional: bool(2),
  moveResourceState: bool(3),
});

const empty = message({});
const typeNameOnly = message({ typeName: string(1) });
const diagnosticsAt = (number: number) => ({ diagnostics: repeated(number, diagnostic) });

/** Each call's request and response, by the call's name. */
export const calls = {
  GetMetadata: {
    request: empty,
    response: message({
      serverCapabilities: nested(1, serverCapabilities),
      ...diagnosticsAt(2),
      dataSources: repeated(3, typeNameOnly),
      resources: repeated(4, typeNameOnly),
    }),
  },
  GetProviderSchema: {
    request: empty,
    response: message({
      provider: nested(1, schema),
      resourceSchemas: mapOf(2, schema),
      dataSourceSchemas: mapOf(3, schema),
      ...diagnosticsAt(4),
      serverCapabilities: nested(6, serverCapabilities),
    }),
  },
  GetFunctions: { request: empty, response: message(diagnosticsAt(2)) },
  ValidateProviderConfig: {
    request: message({ config: nested(1, dynamicValue) }),
    response: message(diagnosticsAt(2)),
  },
  ValidateResourceConfig: {
    request: message({ typeName: string(1), config: nested(2, dynamicValue) }),
    response: message(diagnosticsAt(1)),
  },
  ValidateDataResourceConfig: {
    request: message({ typeName: string(1), config: nested(2, dynamicValue) }),
    response: message(diagnosticsAt(1)),
  },
  UpgradeResourceState: {
    request: message({ typeName: string(1), version: int(2), rawState: nested(3, message({ json: bytes(1) })) }),
    response: message({ upgradedState: nested(1, dynamicValue), ...diagnosticsAt(2) }),
  },
  ConfigureProvider: {
    request: message({ terraformVersion: string(1), config: nested(2, dynamicValue) }),
    response: message(diagnosticsAt(1)),
  },
  ReadResource: {
    request: message({ typeName: string(1), currentState: nested(2, dynamicValue), private: bytes(3) }),
    response: message({ newState: nested(1, dynamicValue), ...diagnosticsAt(2), private: bytes(3) }),
  },
  PlanResourceChange: {
    request: message({
      typeName: string(1),
      priorState: nested(2, dynamicValue),
      proposedNewState: nested(3, dynamicValue),
      config: nested(4, dynamicValue),
      priorPrivate: bytes(5),
    }),
    response: message({
      plannedState: nested(1, dynamicValue),
      requiresReplace: repeated(2, attributePath),
      plannedPrivate: bytes(3),
      ...diagnosticsAt(4),
    }),
  },
  ApplyResourceChange: {
    request: message({
      typeName: string(1),
      priorState: nested(2, dynamicValue),
      plannedState: nested(3, dynamicValue),
      config: nested(4, dynamicValue),
      plannedPrivate: bytes(5),
    }),
    response: message({ newState: nested(1, dynamicValue), private: bytes(2), ...diagnosticsAt(3) }),
  },
  ImportResourceState: {
    request: message({ typeName: string(1), id: string(2) }),
    response: message({
      importedResources: repeated(
        1,
        message({ typeName: string(1), state: nested(2, dynamicValue), private: bytes(3) }),
      ),
      ...diagnosticsAt(2),
    }),
  },
  ReadDataSource: {
    request: message({ typeName: string(1), config: nested(2, dynamicValue) }),
    response: message({ state: nested(1, dynamicValue), ...diagnosticsAt(2) }),
  },
  StopProvider: { request: empty, response: message({ error: string(1) }) },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Request<Name extends CallName> = Decoded<Calls[Name]["request"]>;
export type Response<Name extends CallName> = Encodable<Calls[Name]["response"]>;
export type WireDynamicValue = Decoded<typeof dynamicValue>;
export type WireDiagnostic = Encodable<typeof diagnostic>;
export type WirePath = Encodable<typeof attributePath>;
