import { type handleUnaryCall, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Warn } from "../runtime/engine-log";
import { check } from "./check";
import { checkConfig } from "./config/check-config";
import { configure } from "./config/configure";
import { diffConfig } from "./config/diff-config";
import { diff } from "./diff/diff";
import { serviceError } from "./failure";
import { invoke } from "./invoke";
import { read } from "./read";
import { remove } from "./remove";
import type { Session } from "./session";
import { VERSION } from "./version";
import { create, update } from "./write";

type Handler<C> = (session: Session<C>, request: never) => object | Promise<object>;

/**
 * Who answers which of Pulumi's calls. Source: `proto/pulumi/provider.proto`.
 * @param attached called with the address of an engine that did not start this process.
 */
export function service<C>(session: Session<C>, attached: (engine: string) => Warn): UntypedServiceImplementation {
  const handlers: Record<string, Handler<C>> = {
    handshake() {
      const response = new ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      // The resources are needed next; loading them takes place while Pulumi starts the program.
      setImmediate(() => session.plugin().catch(() => undefined));
      return response;
    },
    getPluginInfo() {
      const info = new PluginInfo();
      info.setVersion(VERSION);
      return info;
    },
    attach(_, request: { getAddress(): string }) {
      session.warn = attached(request.getAddress());
      return new Empty();
    },
    async getSchema() {
      const response = new GetSchemaResponse();
      response.setSchema(await (await session.plugin()).schemaText());
      return response;
    },
    checkConfig,
    diffConfig,
    configure,
    check,
    diff,
    create,
    read,
    update,
    delete: remove,
    invoke,
    cancel() {
      session.cancel();
      return new Empty();
    },
    getMapping: () => new GetMappingResponse(),
    getMappings: () => new GetMappingsResponse(),
  };
  const unimplemented = {
    parameterize: "This package takes no parameters: add it by its path or name alone.",
    construct: "This package has no components for other languages.",
    call: "This package has no methods.",
    list: "This package lists nothing: see its functions getClusterProfiles and getAppProfiles.",
  };
  return {
    ...Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, answering(session, handle)])),
    ...Object.fromEntries(Object.entries(unimplemented).map(([name, told]) => [name, refusing(told)])),
  };
}

function answering<C>(session: Session<C>, handle: Handler<C>): handleUnaryCall<object, object> {
  return async ({ request }, answer) => {
    try {
      answer(null, await handle(session, request as never));
    } catch (error) {
      answer(serviceError(error));
    }
  };
}

function refusing(details: string): handleUnaryCall<object, object> {
  return (_, answer) => answer({ code: status.UNIMPLEMENTED, details });
}
