import {
  constants,
  createSecureServer,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type SecureServerOptions,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { frame, GrpcError, LARGEST_MESSAGE, STATUS, unframe } from "./grpc-frame";

/** How a call is answered: with one message, or with a stream that stays silent until the server closes. */
export type Route = { unary: (request: Buffer) => Promise<Uint8Array> | Uint8Array } | { silent: true };

/** By path: `/tfplugin6.Provider/GetMetadata`. */
export type Routes = ReadonlyMap<string, Route>;

/** TLS with both sides verified. */
export interface Tls {
  certificatePem: string;
  privateKeyPem: string;
  /** PEM of the one client that may connect. */
  clientPem: string;
}

export interface GrpcServer {
  /** Lets answers under way go out, for a moment at most, then closes. */
  close(): Promise<void>;
}

/** What a 256 MB message needs: Node's own limit for all of a connection is 10 MB. */
const OPTIONS = { maxSessionMemory: 1024, settings: { initialWindowSize: 8 << 20 } } satisfies SecureServerOptions;

/**
 * A gRPC server on a unix socket. gRPC is little more than HTTP/2 with a frame and a trailer, and Terraform starts this
 * process several times a command: Node's HTTP/2 alone is ready 30 ms before a general gRPC library is.
 */
export async function startGrpcServer(socket: string, routes: Routes, tls?: Tls): Promise<GrpcServer> {
  const server = tls === undefined ? createServer(OPTIONS) : createSecureServer({ ...OPTIONS, ...tlsOptions(tls) });
  const sessions = new Set<ServerHttp2Session>();
  const silent = new Set<ServerHttp2Stream>();
  server.on("session", (session: ServerHttp2Session) => {
    session.setLocalWindowSize(8 << 20);
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
    session.on("error", () => session.destroy());
  });
  server.on("stream", (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    stream.on("error", () => stream.close());
    const route = routes.get(headers[":path"] ?? "");
    if (route === undefined) return end(stream, STATUS.unimplemented, `there is no method ${headers[":path"]}`);
    if ("unary" in route) return void answer(stream, route.unary);
    stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(STATUS.ok) }));
    stream.resume();
    silent.add(stream);
    stream.on("close", () => silent.delete(stream));
  });
  await listen(server, socket);
  return { close: () => close(server, sessions, silent) };
}

function tlsOptions({ certificatePem, privateKeyPem, clientPem }: Tls): SecureServerOptions {
  return {
    cert: certificatePem,
    key: privateKeyPem,
    ca: clientPem,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
  };
}

function listen(server: Http2Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve();
    });
  });
}

async function answer(stream: ServerHttp2Stream, unary: (request: Buffer) => Promise<Uint8Array> | Uint8Array) {
  try {
    const response = frame(await unary(unframe(await body(stream))));
    if (stream.destroyed) return;
    stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(STATUS.ok) }));
    stream.end(response);
  } catch (error) {
    const status = error instanceof GrpcError ? error.status : STATUS.internal;
    end(stream, status, error instanceof Error ? error.message : String(error));
  }
}

/** Not by async iteration, which would destroy the stream on an error and leave nothing to answer on. */
function body(stream: ServerHttp2Stream): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    stream.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_MESSAGE) return void chunks.push(chunk);
      chunks = [];
      reject(new GrpcError(STATUS.resourceExhausted, "the message is larger than 256 MB"));
    });
    stream.on("end", () => resolve(chunks));
    stream.on("close", () => reject(new GrpcError(STATUS.internal, "the call was cut off")));
  });
}

/** Ends a call without a message. */
function end(stream: ServerHttp2Stream, status: number, message: string): void {
  if (stream.destroyed || stream.headersSent) return;
  const head = {
    "content-type": "application/grpc",
    "grpc-status": String(status),
    "grpc-message": encodeURIComponent(message),
  };
  stream.respond(head, { endStream: true });
  // The rest of the request is of no use any more.
  stream.close(constants.NGHTTP2_NO_ERROR);
}

function close(
  server: Http2Server,
  sessions: ReadonlySet<ServerHttp2Session>,
  silent: ReadonlySet<ServerHttp2Stream>,
): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      for (const session of sessions) session.destroy();
    }, 100);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    for (const stream of silent) stream.end();
    for (const session of sessions) session.close();
  });
}
