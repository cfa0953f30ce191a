import { type ChannelCredentials, Client, credentials } from "@grpc/grpc-js";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { callPath } from "../transport/provider-routes";
import type { Decoded, Encodable, Message } from "../wire/message";
import { decodeMsgpack, encodeMsgpack } from "../wire/msgpack";
import { type CallName, type Calls, calls, type StreamName, type Streams, streams } from "../wire/tfplugin6";

export interface TestClient {
  call<Name extends CallName>(
    name: Name,
    request: Encodable<Calls[Name]["request"]>,
  ): Promise<Decoded<Calls[Name]["response"]>>;
  /** All that a call answers in parts. */
  collect<Name extends StreamName>(
    name: Name,
    request: Encodable<Streams[Name]["request"]>,
  ): Promise<Decoded<Streams[Name]["response"]>[]>;
  /** Any method, in bytes. */
  raw(path: string, request?: Buffer): Promise<Buffer>;
  /** What any method answers in parts, in bytes. */
  parts(path: string, request: Buffer, enough?: (parts: Buffer[]) => boolean): Promise<Buffer[]>;
  stream(path: string): { ended: Promise<void> };
  close(): void;
}

/** A client of a general gRPC library, so that our server is judged by another's idea of gRPC. */
export function connect(socket: string, security: ChannelCredentials = credentials.createInsecure()): TestClient {
  const client = new Client(`unix:${socket}`, security, {
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.ssl_target_name_override": "localhost",
    "grpc.default_authority": "localhost",
  });
  const same = (bytes: Buffer): Buffer => bytes;
  const raw = (path: string, request: Buffer = Buffer.alloc(0)): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(path, same, same, request, { deadline: Date.now() + 20_000 }, (error, response) =>
        error === null && response !== undefined ? resolve(response) : reject(error),
      );
    });
  const parts = (path: string, request: Buffer, enough = (_: Buffer[]) => false): Promise<Buffer[]> => {
    const call = client.makeServerStreamRequest(path, same, same, request, { deadline: Date.now() + 20_000 });
    const got: Buffer[] = [];
    return new Promise((resolve, reject) => {
      call.on("data", (bytes: Buffer) => {
        got.push(bytes);
        if (!enough(got)) return;
        resolve(got);
        call.cancel();
      });
      call.on("end", () => resolve(got));
      call.on("error", reject);
    });
  };
  return {
    raw,
    async call(name, request) {
      const messages: { request: Message<unknown>; response: Message<unknown> } = calls[name];
      return messages.response.decode(await raw(callPath(name), messages.request.encode(request))) as never;
    },
    parts,
    async collect(name, request) {
      const messages: { request: Message<unknown>; response: Message<unknown> } = streams[name];
      const events = await parts(callPath(name), messages.request.encode(request));
      return events.map((bytes) => messages.response.decode(bytes) as never);
    },
    stream(path) {
      const call = client.makeServerStreamRequest(path, same, same, Buffer.alloc(0));
      return {
        ended: new Promise((resolve, reject) => {
          call.on("end", resolve);
          call.on("error", reject);
          call.resume();
        }),
      };
    },
    close: () => client.close(),
  };
}

/** Values by Terraform's names, as Terraform sends them. */
export function sent(values: AnyValues | null): { msgpack: Uint8Array } {
  return { msgpack: encodeMsgpack(values) };
}

/** What the provider sent back, by Terraform's names. */
export function received(value: { msgpack: Uint8Array } | undefined): AnyValues | null {
  return value === undefined ? null : (decodeMsgpack(value.msgpack) as AnyValues | null);
}
