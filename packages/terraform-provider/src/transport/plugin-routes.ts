import { int, message } from "../wire/message";
import type { Route } from "./grpc-server";

const healthResponse = message({ status: int(1) });
const SERVING = 1;

/** What Terraform's plugin library calls besides the provider. Without Shutdown every command waits for seconds. */
export function pluginRoutes(onShutdown: () => void): Map<string, Route> {
  return new Map<string, Route>([
    [
      "/plugin.GRPCController/Shutdown",
      {
        unary() {
          // After the answer is out.
          setImmediate(onShutdown);
          return new Uint8Array();
        },
      },
    ],
    // Nothing is ever written to stdout, so the stream says nothing; ending it would be taken for a crash.
    ["/plugin.GRPCStdio/StreamStdio", { silent: true }],
    ["/grpc.health.v1.Health/Check", { unary: () => healthResponse.encode({ status: SERVING }) }],
  ]);
}
