import { type Renewed, UNKNOWN } from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import { encodeMsgpack } from "../wire/msgpack";
import { deferral } from "./deferred";
import type { Handler } from "./handler";
import { ephemeralOf } from "./lookup";
import { writingRun } from "./session";

export const openEphemeralResource: Handler<"OpenEphemeralResource"> = async (session, request) => {
  const { attributes, open } = ephemeralOf(session, request.typeName);
  const deferred = deferral(session, request.clientCapabilities);
  if (deferred !== undefined) return { ...deferred, result: { msgpack: encodeMsgpack(UNKNOWN) } };
  const config = decodeValues(attributes, request.config) ?? {};
  // An open that is cut off may still have made something, so it gets the time that a write gets.
  const { result, ...rest } = await open(config, writingRun(session));
  return { ...renewal(rest), result: encodeValues(attributes, { ...config, ...result }) };
};

export const renewEphemeralResource: Handler<"RenewEphemeralResource"> = async (session, request) => {
  const { renew } = ephemeralOf(session, request.typeName);
  if (renew === undefined) return { private: request.private };
  return renewal(await renew(kept(request.private), writingRun(session)));
};

export const closeEphemeralResource: Handler<"CloseEphemeralResource"> = async (session, request) => {
  await ephemeralOf(session, request.typeName).close?.(kept(request.private), writingRun(session));
  return {};
};

function renewal({ renewAt, private: left }: Renewed) {
  const milliseconds = renewAt?.getTime() ?? 0;
  const seconds = Math.floor(milliseconds / 1000);
  return {
    ...(renewAt !== undefined && { renewAt: { seconds, nanos: (milliseconds - seconds * 1000) * 1_000_000 } }),
    ...(left !== undefined && { private: Buffer.from(JSON.stringify(left)) }),
  };
}

function kept(bytes: Uint8Array): unknown {
  return bytes.length === 0 ? undefined : JSON.parse(Buffer.from(bytes).toString("utf8"));
}
