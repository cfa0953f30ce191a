import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { Warn } from "../runtime/engine-log";
import { service } from "./service";
import type { Session } from "./session";

/** A plugin that answers on a port of this machine. */
export interface Serving {
  port: number;
  /** Takes no more calls, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Serves the plugin on a free port of the loopback interface alone: calls carry API keys. */
export async function serve<C>(session: Session<C>, attached: (engine: string) => Warn): Promise<Serving> {
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService, service(session, attached));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port, close: () => new Promise((resolve) => server.tryShutdown(() => resolve())) };
}
