import { bool, bytes, type Decoded, type Encodable, int, mapOf, message, nested, repeated, string } from "./message";
import {
  attributePath,
  clientCapabilities,
  deferred,
  diagnostic,
  dynamicValue,
  functionError,
  identityData,
  rawState,
  serverCapabilities,
  timestamp,
} from "./parts";
import { functionSignature, identitySchema, schema } from "./schema-messages";

// The calls of Terraform's plugin protocol 6, as far as this provider speaks it.

const empty = message({});
const named = message({ name: string(1) });
const typeNamed = message({ typeName: string(1) });
const diagnosticsAt = (number: number) => ({ diagnostics: repeated(number, diagnostic) });
/** A configuration of a type, in the fields that all such calls share. */
const configOfType = { typeName: string(1), config: nested(2, dynamicValue) };
const onlyDiagnostics = message(diagnosticsAt(1));

/** Each call's request and response, by the call's name. */
export const calls = {
  GetMetadata: {
    request: empty,
    response: message({
      serverCapabilities: nested(1, serverCapabilities),
      ...diagnosticsAt(2),
      dataSources: repeated(3, typeNamed),
      resources: repeated(4, typeNamed),
      functions: repeated(5, named),
      ephemeralResources: repeated(6, typeNamed),
      listResources: repeated(7, typeNamed),
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
      functions: mapOf(7, functionSignature),
      ephemeralResourceSchemas: mapOf(8, schema),
      listResourceSchemas: mapOf(9, schema),
    }),
  },
  GetResourceIdentitySchemas: {
    request: empty,
    response: message({ identitySchemas: mapOf(1, identitySchema), ...diagnosticsAt(2) }),
  },
  GetFunctions: {
    request: empty,
    response: message({ functions: mapOf(1, functionSignature), ...diagnosticsAt(2) }),
  },
  CallFunction: {
    request: message({ name: string(1), arguments: repeated(2, dynamicValue) }),
    response: message({ result: nested(1, dynamicValue), error: nested(2, functionError) }),
  },
  ValidateProviderConfig: {
    request: message({ config: nested(1, dynamicValue) }),
    response: message(diagnosticsAt(2)),
  },
  ValidateResourceConfig: {
    request: message({ ...configOfType, clientCapabilities: nested(3, clientCapabilities) }),
    response: onlyDiagnostics,
  },
  ValidateDataResourceConfig: { request: message(configOfType), response: onlyDiagnostics },
  ValidateEphemeralResourceConfig: { request: message(configOfType), response: onlyDiagnostics },
  ValidateListResourceConfig: { request: message(configOfType), response: onlyDiagnostics },
  UpgradeResourceState: {
    request: message({ typeName: string(1), version: int(2), rawState: nested(3, rawState) }),
    response: message({ upgradedState: nested(1, dynamicValue), ...diagnosticsAt(2) }),
  },
  UpgradeResourceIdentity: {
    request: message({ typeName: string(1), version: int(2), rawIdentity: nested(3, rawState) }),
    response: message({ upgradedIdentity: nested(1, identityData), ...diagnosticsAt(2) }),
  },
  ConfigureProvider: {
    request: message({ terraformVersion: string(1), config: nested(2, dynamicValue) }),
    response: onlyDiagnostics,
  },
  ReadResource: {
    request: message({
      typeName: string(1),
      currentState: nested(2, dynamicValue),
      private: bytes(3),
      clientCapabilities: nested(5, clientCapabilities),
      currentIdentity: nested(6, identityData),
    }),
    response: message({
      newState: nested(1, dynamicValue),
      ...diagnosticsAt(2),
      private: bytes(3),
      deferred: nested(4, deferred),
      newIdentity: nested(5, identityData),
    }),
  },
  PlanResourceChange: {
    request: message({
      typeName: string(1),
      priorState: nested(2, dynamicValue),
      proposedNewState: nested(3, dynamicValue),
      config: nested(4, dynamicValue),
      priorPrivate: bytes(5),
      clientCapabilities: nested(7, clientCapabilities),
      priorIdentity: nested(8, identityData),
    }),
    response: message({
      plannedState: nested(1, dynamicValue),
      requiresReplace: repeated(2, attributePath),
      plannedPrivate: bytes(3),
      ...diagnosticsAt(4),
      deferred: nested(6, deferred),
      plannedIdentity: nested(7, identityData),
    }),
  },
  ApplyResourceChange: {
    request: message({
      typeName: string(1),
      priorState: nested(2, dynamicValue),
      plannedState: nested(3, dynamicValue),
      config: nested(4, dynamicValue),
      plannedPrivate: bytes(5),
      plannedIdentity: nested(7, identityData),
    }),
    response: message({
      newState: nested(1, dynamicValue),
      private: bytes(2),
      ...diagnosticsAt(3),
      newIdentity: nested(5, identityData),
    }),
  },
  ImportResourceState: {
    request: message({
      typeName: string(1),
      id: string(2),
      clientCapabilities: nested(3, clientCapabilities),
      identity: nested(4, identityData),
    }),
    response: message({
      importedResources: repeated(
        1,
        message({
          typeName: string(1),
          state: nested(2, dynamicValue),
          private: bytes(3),
          identity: nested(4, identityData),
        }),
      ),
      ...diagnosticsAt(2),
      deferred: nested(3, deferred),
    }),
  },
  GenerateResourceConfig: {
    request: message({ typeName: string(1), state: nested(2, dynamicValue) }),
    response: message({ config: nested(1, dynamicValue), ...diagnosticsAt(2) }),
  },
  MoveResourceState: {
    request: message({
      sourceProviderAddress: string(1),
      sourceTypeName: string(2),
      sourceSchemaVersion: int(3),
      sourceState: nested(4, rawState),
      targetTypeName: string(5),
    }),
    response: message({ targetState: nested(1, dynamicValue), ...diagnosticsAt(2), targetPrivate: bytes(3) }),
  },
  ReadDataSource: {
    request: message({ ...configOfType, clientCapabilities: nested(4, clientCapabilities) }),
    response: message({ state: nested(1, dynamicValue), ...diagnosticsAt(2), deferred: nested(3, deferred) }),
  },
  OpenEphemeralResource: {
    request: message({ ...configOfType, clientCapabilities: nested(3, clientCapabilities) }),
    response: message({
      ...diagnosticsAt(1),
      renewAt: nested(2, timestamp),
      result: nested(3, dynamicValue),
      private: bytes(4),
      deferred: nested(5, deferred),
    }),
  },
  RenewEphemeralResource: {
    request: message({ typeName: string(1), private: bytes(2) }),
    response: message({ ...diagnosticsAt(1), renewAt: nested(2, timestamp), private: bytes(3) }),
  },
  CloseEphemeralResource: {
    request: message({ typeName: string(1), private: bytes(2) }),
    response: onlyDiagnostics,
  },
  StopProvider: { request: empty, response: message({ error: string(1) }) },
} as const;

/** The calls that are answered by a stream: each one's request and what the stream is made of. */
export const streams = {
  ListResource: {
    request: message({ ...configOfType, includeResourceObject: bool(3), limit: int(4) }),
    response: message({
      identity: nested(1, identityData),
      displayName: string(2),
      resourceObject: nested(3, dynamicValue),
      ...diagnosticsAt(4),
    }),
  },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Request<Name extends CallName> = Decoded<Calls[Name]["request"]>;
export type Response<Name extends CallName> = Encodable<Calls[Name]["response"]>;

export type Streams = typeof streams;
export type StreamName = keyof Streams;
export type StreamRequest<Name extends StreamName> = Decoded<Streams[Name]["request"]>;
export type StreamEvent<Name extends StreamName> = Encodable<Streams[Name]["response"]>;
