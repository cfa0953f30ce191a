import { type handleUnaryCall, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { ProviderHandshakeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Warn } from "../runtime/engine-log";
import type { Handler, handlers } from "./handlers";
import type { Session } from "./session";

const NAMES: readonly (keyof typeof handlers)[] = [
  "getPluginInfo",
  "getSchema",
  "checkConfig",
  "diffConfig",
  "configure",
  "check",
  "diff",
  "create",
  "read",
  "update",
  "delete",
  "invoke",
  "cancel",
  "getMapping",
  "getMappings",
];

const REFUSALS: Readonly<Record<string, string>> = {
  parameterize: "This package takes no parameters: add it by its path or name alone.",
  construct: "This package has no components for other languages.",
  call: "This package has no methods.",
  list: "This package lists nothing: see its functions getClusterProfiles and getAppProfiles.",
};

/**
 * Pulumi's provider service. The handlers are loaded with the first call that needs them, so that the port is told before.
 * @param attached called with the address of an engine that did not start this process.
 */
export function service<C>(session: Session<C>, attached: (engine: string) => Warn): UntypedServiceImplementation {
  return {
    handshake: answering(session, () => {
      const response = new ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      // What is needed next is loaded while Pulumi starts the program.
      setImmediate(() => {
        loaded();
        session.plugin().catch(() => undefined);
      });
      return response;
    }),
    attach: answering(session, (_, request: { getAddress(): string }) => {
      session.warn = attached(request.getAddress());
      return new Empty();
    }),
    ...Object.fromEntries(
      NAMES.map((name) => [
        name,
        answering(session, (it, request) => (loaded().handlers[name] as Handler)(it, request)),
      ]),
    ),
    ...Object.fromEntries(Object.entries(REFUSALS).map(([name, told]) => [name, refusing(told)])),
  };
}

function loaded(): typeof import("./handlers") {
  return require("./handlers");
}

function answering<C>(session: Session<C>, handle: Handler): handleUnaryCall<object, object> {
  return async ({ request }, answer) => {
    try {
      answer(null, await handle(session, request as never));
    } catch (error) {
      const { serviceError } = require("./failure") as typeof import("./failure");
      answer(serviceError(error));
    }
  };
}

function refusing(details: string): handleUnaryCall<object, object> {
  return (_, answer) => answer({ code: status.UNIMPLEMENTED, details });
}
