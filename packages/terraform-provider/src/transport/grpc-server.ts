import { Server, ServerCredentials } from "@grpc/grpc-js";
import type { Session } from "../rpc/session";
import type { Certificate } from "./certificate";
import { pluginServices } from "./plugin-services";
import { providerService } from "./provider-service";

/** As much as any Terraform version takes. */
const LARGEST_MESSAGE = 256 * 1024 * 1024;

export interface Security {
  certificate: Certificate;
  /** PEM of the one client that may connect. */
  client: string;
}

export interface GrpcServer {
  /** Finishes the answers under way, for a moment at most, then closes. */
  close(): Promise<void>;
}

/** Serves a provider on a unix socket: over TLS with both sides verified, or in the clear for a debugger. */
export async function startGrpcServer<C>(
  session: Session<C>,
  { socket, security, onShutdown }: { socket: string; security?: Security | undefined; onShutdown: () => void },
): Promise<GrpcServer> {
  const server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  const plugin = pluginServices(onShutdown);
  for (const { definition, implementation } of [providerService(session), ...plugin.services]) {
    server.addService(definition, implementation);
  }
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${socket}`, credentials(security), (error) => (error === null ? resolve() : reject(error)));
  });
  return {
    close: () =>
      new Promise((resolve) => {
        plugin.endStreams();
        const impatience = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, 100);
        server.tryShutdown(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}

function credentials(security: Security | undefined): ServerCredentials {
  if (security === undefined) return ServerCredentials.createInsecure();
  const { certificatePem, privateKeyPem } = security.certificate;
  return ServerCredentials.createSsl(
    Buffer.from(security.client),
    [{ cert_chain: Buffer.from(certificatePem), private_key: Buffer.from(privateKeyPem) }],
    true,
  );
}
