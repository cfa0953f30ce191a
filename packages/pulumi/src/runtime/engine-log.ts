import { credentials, Metadata, makeGenericClientConstructor } from "@grpc/grpc-js";
import { type EngineClient, EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** A log call that is not answered must not hold up the operation. */
const PATIENCE_MS = 5_000;

/**
 * Says a warning to people.
 * @param message one sentence or more, free of secrets.
 * @param urn the resource at which it is shown; empty for the stack.
 */
export type Warn = (message: string, urn: string) => Promise<void>;

/**
 * The log of Pulumi's engine.
 * @param address `127.0.0.1:PORT`, the last argument with which the engine starts a plugin.
 * @returns what rejects where the engine does not answer.
 */
export function engineLog(address: string): Warn {
  // Not the SDK's own client, which takes credentials of its own copy of grpc-js alone.
  const Client = makeGenericClientConstructor(EngineService, "Engine") as unknown as typeof EngineClient;
  const client = new Client(address, credentials.createInsecure());
  return (message, urn) =>
    new Promise((resolve, reject) => {
      const request = new LogRequest();
      request.setSeverity(LogSeverity.WARNING);
      request.setMessage(message);
      request.setUrn(urn);
      const options = { deadline: Date.now() + PATIENCE_MS };
      client.log(request, new Metadata(), options, (error) => (error === null ? resolve() : reject(error)));
    });
}
