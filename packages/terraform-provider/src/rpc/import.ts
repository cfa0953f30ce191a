import { type AnyValues, DiagnosticError, type Resource, type Run, UNKNOWN } from "@palette-profiles/resource-kit";
import { encodeValues } from "../values/dynamic-value";
import { decodeIdentity } from "../values/identity-value";
import { encodeMsgpack } from "../wire/msgpack";
import type { WireIdentity } from "../wire/parts";
import { deferral } from "./deferred";
import type { Handler } from "./handler";
import { identityOf } from "./identity";
import { resourceOf } from "./lookup";
import { lookingRun } from "./session";

/** Finds what an import id or an identity means. Terraform reads the rest with ReadResource. */
export const importResourceState: Handler<"ImportResourceState"> = async (session, request) => {
  const { typeName, id, identity } = request;
  const resource = resourceOf(session, typeName);
  const deferred = deferral(session, request.clientCapabilities);
  if (deferred !== undefined) {
    return { ...deferred, importedResources: [{ typeName, state: { msgpack: encodeMsgpack(UNKNOWN) } }] };
  }
  const run = lookingRun(session);
  const byIdentity = identity?.identityData !== undefined;
  const state = byIdentity
    ? await findByIdentity(resource, typeName, identity, run)
    : await findById(resource, typeName, id, run);
  return {
    importedResources: [
      {
        typeName,
        state: encodeValues(resource.attributes, state),
        identity: identityOf(resource, state, run, identity),
      },
    ],
  };
};

async function findById<C>(resource: Resource<C>, typeName: string, id: string, run: Run<C>): Promise<AnyValues> {
  if (resource.import !== undefined) return resource.import.find(id, run);
  throw new DiagnosticError({
    code: "ImportNotSupported",
    summary: `${typeName} cannot be imported`,
    detail: `The provider does not know how to find a ${typeName} by "${id}".`,
  });
}

async function findByIdentity<C>(
  { identity }: Resource<C>,
  typeName: string,
  wire: WireIdentity,
  run: Run<C>,
): Promise<AnyValues> {
  if (identity !== undefined) return identity.find(decodeIdentity(identity, wire) ?? {}, run);
  throw new DiagnosticError({
    code: "ImportNotSupported",
    summary: `${typeName} cannot be imported by identity`,
    detail: `A ${typeName} has no identity. Give an id instead.`,
  });
}
