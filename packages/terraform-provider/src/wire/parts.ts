import { bool, bytes, type Decoded, type Encodable, int, message, nested, oneof, repeated, string } from "./message";

// What many messages of Terraform's plugin protocol 6 are made of. Fields that this provider neither reads nor writes
// (provider metadata, flatmap states) are left out: the codec skips them.

export const dynamicValue = message({ msgpack: bytes(1), json: bytes(2) });
export type WireDynamicValue = Decoded<typeof dynamicValue>;

/** One step from a resource into an attribute; exactly one part is set. */
export const attributePathStep = message({
  attributeName: oneof.string(1),
  elementKeyString: oneof.string(2),
  elementKeyInt: oneof.int(3),
});
export const attributePath = message({ steps: repeated(1, attributePathStep) });
export type WirePath = Encodable<typeof attributePath>;

export const SEVERITY = { error: 1, warning: 2 } as const;
export const diagnostic = message({
  severity: int(1),
  summary: string(2),
  detail: string(3),
  attribute: nested(4, attributePath),
});
export type WireDiagnostic = Encodable<typeof diagnostic>;

/** A state or identity as it was stored. */
export const rawState = message({ json: bytes(1) });
export type WireRawState = Decoded<typeof rawState>;

export const identityData = message({ identityData: nested(1, dynamicValue) });
export type WireIdentity = Decoded<typeof identityData>;

export const serverCapabilities = message({
  planDestroy: bool(1),
  getProviderSchemaOptional: bool(2),
  moveResourceState: bool(3),
  generateResourceConfig: bool(4),
});

/** What this Terraform can do beyond what protocol 6.0 says. */
export const clientCapabilities = message({ deferralAllowed: bool(1), writeOnlyAttributesAllowed: bool(2) });
export type ClientCapabilities = Decoded<typeof clientCapabilities>;

export const DEFERRED_REASON = { providerConfigUnknown: 2 } as const;
export const deferred = message({ reason: int(1) });

/** Seconds since 1970, and nanoseconds. */
export const timestamp = message({ seconds: int(1), nanos: int(2) });

export const functionError = message({ text: string(1), functionArgument: oneof.int(2) });
