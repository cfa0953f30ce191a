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

type Unary = (request: Buffer) => Promise<Uint8Array> | Uint8Array;
/** The signal is aborted when the caller has enough. */
type Streaming = (request: Buffer, signal: AbortSignal) => AsyncIterable<Uint8Array>;

/** How a call is answered: with one message, with several, or with a stream that stays silent until the server closes. */
export type Route = { unary: Unary } | { stream: Streaming } | { silent: true };

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
    if ("stream" in route) return void answerInParts(stream, route.stream);
    begin(stream, () => ({ status: STATUS.ok }));
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

async function answer(stream: ServerHttp2Stream, unary: Unary): Promise<void> {
  try {
    const response = frame(await unary(unframe(await body(stream))));
    if (stream.destroyed) return;
    begin(stream, () => ({ status: STATUS.ok }));
    stream.end(response);
  } catch (error) {
    const { status, message } = outcomeOf(error);
    end(stream, status, message);
  }
}

/** Sends each part as it comes, no faster than the caller reads. */
async function answerInParts(stream: ServerHttp2Stream, parts: Streaming): Promise<void> {
  let outcome: Outcome = { status: STATUS.ok };
  const gone = new AbortController();
  stream.on("close", () => gone.abort(new Error("the caller has gone")));
  try {
    const request = unframe(await body(stream));
    begin(stream, () => outcome);
    for await (const part of parts(request, gone.signal)) {
      if (stream.destroyed) return;
      if (!stream.write(frame(part))) await room(stream);
    }
  } catch (error) {
    outcome = outcomeOf(error);
    if (!stream.headersSent) return end(stream, outcome.status, outcome.message ?? "");
  }
  if (!stream.destroyed) stream.end();
}

interface Outcome {
  status: number;
  message?: string;
}

function outcomeOf(error: unknown): Required<Outcome> {
  const status = error instanceof GrpcError ? error.status : STATUS.internal;
  return { status, message: error instanceof Error ? error.message : String(error) };
}

/** Sends the headers; the outcome is asked for when all messages are out. */
function begin(stream: ServerHttp2Stream, outcome: () => Outcome): void {
  stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers(outcome())));
}

function trailers({ status, message }: Outcome): Record<string, string> {
  return {
    "grpc-status": String(status),
    ...(message !== undefined && { "grpc-message": encodeURIComponent(message) }),
  };
}

/** Until the caller has read what was sent, or is gone. */
function room(stream: ServerHttp2Stream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
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
  stream.respond({ "content-type": "application/grpc", ...trailers({ status, message }) }, { endStream: true });
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
