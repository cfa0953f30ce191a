import { createSession } from "../rpc/session";
import { startGrpcServer } from "../transport/grpc-server";
import { providerRoutes } from "../transport/provider-routes";
import { createSocketPath } from "../transport/socket";
import { connect, sent, type TestClient } from "./client";
import { emptyToy, type Toy, toyProvider } from "./toy";

export interface ServedToy {
  toy: Toy;
  client: TestClient;
  close(): Promise<void>;
}

/** The toy provider behind a real socket, configured unless told otherwise. */
export async function serveToy({ configured = true } = {}): Promise<ServedToy> {
  const toy = emptyToy();
  const socket = createSocketPath();
  const session = createSession(toyProvider(toy), { environment: {}, oracle: true, grace: 100 });
  const server = await startGrpcServer(
    socket.path,
    providerRoutes(async () => session),
  );
  const client = connect(socket.path);
  if (configured) await client.call("ConfigureProvider", { config: sent({ place: null }) });
  return {
    toy,
    client,
    async close() {
      client.close();
      await server.close();
      socket.remove();
    },
  };
}
