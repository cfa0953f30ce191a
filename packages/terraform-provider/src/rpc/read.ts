import { read, UNKNOWN } from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import { encodeMsgpack } from "../wire/msgpack";
import { deferral } from "./deferred";
import type { Handler } from "./handler";
import { identityOf } from "./identity";
import { dataSourceOf, resourceOf } from "./lookup";
import { isTaken } from "./move";
import { lookingRun } from "./session";

export const readResource: Handler<"ReadResource"> = async (session, request) => {
  const { typeName, currentState, currentIdentity, clientCapabilities, private: kept } = request;
  const resource = resourceOf(session, typeName);
  const deferred = deferral(session, clientCapabilities);
  if (deferred !== undefined) {
    return { ...deferred, newState: currentState, newIdentity: currentIdentity, private: kept };
  }
  const prior = decodeValues(resource.attributes, currentState);
  const run = { ...lookingRun(session), isTaken: isTaken(kept) };
  const live = prior === undefined ? undefined : await read(resource, prior, run);
  return {
    newState: encodeValues(resource.attributes, live),
    newIdentity: identityOf(resource, live, run, currentIdentity),
    ...(!run.isTaken && { private: kept }),
  };
};

export const readDataSource: Handler<"ReadDataSource"> = async (session, request) => {
  const source = dataSourceOf(session, request.typeName);
  const deferred = deferral(session, request.clientCapabilities);
  if (deferred !== undefined) return { ...deferred, state: { msgpack: encodeMsgpack(UNKNOWN) } };
  const values = await source.read(decodeValues(source.attributes, request.config) ?? {}, lookingRun(session));
  return { state: encodeValues(source.attributes, values) };
};
