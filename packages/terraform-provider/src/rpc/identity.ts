import type { AnyValues, Resource, Run } from "@palette-profiles/resource-kit";
import { log } from "../transport/log";
import { decodeIdentity, encodeIdentity } from "../values/identity-value";
import type { WireIdentity } from "../wire/parts";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";
import { storedJson, upgraded } from "./stored";

/** The identity of a state as Terraform keeps it: the one before where the state does not tell it. */
export function identityOf<C>(
  resource: Resource<C>,
  state: AnyValues | undefined,
  run: Run<C>,
  before?: WireIdentity,
): ReturnType<typeof encodeIdentity> {
  const { identity } = resource;
  if (identity === undefined || state === undefined) return undefined;
  try {
    return encodeIdentity(identity, identity.of(state, run) ?? decodeIdentity(identity, before));
  } catch (error) {
    // The state is worth more than its identity, which the next read gives.
    log("warn", "No identity", { error: error instanceof Error ? error.stack : String(error) });
    return encodeIdentity(identity, decodeIdentity(identity, before));
  }
}

/** Reads a stored identity, of this version or an older one. */
export const upgradeResourceIdentity: Handler<"UpgradeResourceIdentity"> = (session, request) => {
  const { identity } = resourceOf(session, request.typeName);
  const stored = storedJson(request.rawIdentity);
  if (identity === undefined || stored === undefined) return {};
  return { upgradedIdentity: encodeIdentity(identity, upgraded(identity, "identity", request.version, stored)) };
};
