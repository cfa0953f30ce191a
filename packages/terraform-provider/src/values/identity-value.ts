import type { AnyValues, IdentitySpec } from "@palette-profiles/resource-kit";
import type { Encodable } from "../wire/message";
import type { identityData, WireIdentity } from "../wire/parts";
import { decodeValues, encodeValues } from "./dynamic-value";

/** An identity as Terraform keeps it; `undefined` where there is none. */
export function encodeIdentity(
  { attributes }: Pick<IdentitySpec<never>, "attributes">,
  identity: AnyValues | undefined,
): Encodable<typeof identityData> | undefined {
  return identity === undefined ? undefined : { identityData: encodeValues(attributes, identity) };
}

export function decodeIdentity(
  { attributes }: Pick<IdentitySpec<never>, "attributes">,
  wire: WireIdentity | undefined,
): AnyValues | undefined {
  return decodeValues(attributes, wire?.identityData);
}
