import type { Provider } from "@palette-profiles/resource-kit";
import { PALETTE_SOURCE } from "./address";
import { createSession, type Session } from "./rpc/session";
import { type Certificate, createCertificate } from "./transport/certificate";
import { startGrpcServer, type Tls } from "./transport/grpc-server";
import { handshakeLine, readHandshake } from "./transport/handshake";
import { log } from "./transport/log";
import { pluginRoutes } from "./transport/plugin-routes";
import { exitWithParent, guardStdout, surviveInterrupts, surviveStrayErrors } from "./transport/process";
import { providerRoutes } from "./transport/provider-routes";
import { reattachLine } from "./transport/reattach";
import { createSocketPath } from "./transport/socket";

/**
 * Serves the provider to the Terraform that started this process, and ends with it. With `--debug` it waits for any
 * Terraform instead, and prints the variable that makes one connect.
 * @param load gives the provider. It is called when Terraform has its handshake and begins to connect, so that loading
 * takes place meanwhile.
 */
export async function serve<C>(
  load: () => Promise<Provider<C>>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const print = guardStdout();
  const debug = argv.includes("--debug");
  const handshake = debug ? { clientCertificate: undefined } : readHandshake(process.env);
  if ("refusal" in handshake) {
    process.stderr.write(handshake.refusal);
    process.exitCode = 1;
    return;
  }
  surviveStrayErrors();
  const socket = createSocketPath();
  process.on("exit", socket.remove);
  process.on("SIGTERM", () => process.exit(0));
  let loading: Promise<Session<C>> | undefined;
  const session = () => {
    loading ??= load().then((provider) => createSession(provider));
    return loading;
  };
  const tls = tlsFor(handshake.clientCertificate);
  const routes = new Map([
    ...providerRoutes(session),
    // Under a debugger the process outlives the Terraform runs that it serves.
    ...pluginRoutes(() => void (debug || server.close().then(() => process.exit(0)))),
  ]);
  const server = await startGrpcServer(socket.path, routes, tls);
  if (debug) {
    print(reattachLine(PALETTE_SOURCE, socket.path));
    return;
  }
  surviveInterrupts();
  exitWithParent(() => process.exit(0));
  print(handshakeLine(socket.path, tls?.der));
  log("debug", "Serving", { socket: socket.path, node: process.version });
  await session();
}

function tlsFor(clientPem: string | undefined): (Tls & Certificate) | undefined {
  return clientPem === undefined ? undefined : { ...createCertificate(), clientPem };
}
