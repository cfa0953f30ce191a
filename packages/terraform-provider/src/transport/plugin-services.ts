import type { ServerUnaryCall, ServerWritableStream, ServiceDefinition, sendUnaryData } from "@grpc/grpc-js";
import { int, message } from "../wire/message";
import { method, type Service } from "./service";

const empty = message({});
const health = message({ status: int(1) });
const SERVING = 1;

/** What Terraform's plugin library calls besides the provider; also what a client needs to call it. */
export const pluginDefinitions = {
  controller: { Shutdown: method("/plugin.GRPCController/Shutdown", { request: empty, response: empty }) },
  stdio: { StreamStdio: method("/plugin.GRPCStdio/StreamStdio", { request: empty, response: empty, streams: true }) },
  health: { Check: method("/grpc.health.v1.Health/Check", { request: empty, response: health }) },
} satisfies Record<string, ServiceDefinition>;

type Answer = (call: ServerUnaryCall<object, object>, done: sendUnaryData<object>) => void;

/** Without Shutdown, every Terraform command waits for seconds before it kills the process. */
export function pluginServices(onShutdown: () => void): { services: Service[]; endStreams: () => void } {
  const streams = new Set<ServerWritableStream<object, object>>();
  const shutdown: Answer = (_, done) => {
    done(null, {});
    onShutdown();
  };
  const check: Answer = (_, done) => done(null, { status: SERVING });
  // Nothing is ever written to stdout, so the stream stays silent; closing it would be taken for a crash.
  const stream = (call: ServerWritableStream<object, object>): void => {
    streams.add(call);
    call.on("cancelled", () => streams.delete(call));
  };
  return {
    services: [
      { definition: pluginDefinitions.controller, implementation: { Shutdown: shutdown } },
      { definition: pluginDefinitions.stdio, implementation: { StreamStdio: stream } },
      { definition: pluginDefinitions.health, implementation: { Check: check } },
    ],
    endStreams() {
      for (const call of streams) call.end();
      streams.clear();
    },
  };
}
