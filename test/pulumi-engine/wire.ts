import { createRequire } from "node:module";
import type { ServerUnaryCall, ServiceError, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import * as grpc from "@grpc/grpc-js";
import type { CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { Properties } from "./types";

export type Struct = NonNullable<ReturnType<CheckRequest["getNews"]>>;

// The SDK's own copy of the protobuf runtime: messages of two copies do not mix.
const sdkRequire = createRequire(require.resolve("@pulumi/pulumi"));
const { Struct: StructMessage } = sdkRequire("google-protobuf/google/protobuf/struct_pb") as {
  Struct: { fromJavaScript(value: Properties): Struct };
};
const { Empty: EmptyMessage } = sdkRequire("google-protobuf/google/protobuf/empty_pb") as { Empty: new () => object };

export function toStruct(value: Properties): Struct {
  return StructMessage.fromJavaScript(value);
}

export function fromStruct(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

export function empty(): object {
  return new EmptyMessage();
}

/** Messages hold whole profiles. */
export const CHANNEL_OPTIONS = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

/** A call that answers once. */
export function unary<Request, Response>(handle: (request: Request) => Promise<Response> | Response) {
  return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => answer(null, response),
        (error: Partial<ServiceError>) =>
          answer({ code: error.code ?? grpc.status.UNKNOWN, message: `${error.message}` }),
      );
  };
}

export interface Listening {
  address: string;
  close(): void;
}

/** Serves on a free port of this machine. */
export async function listen(
  services: { definition: grpc.ServiceDefinition; handlers: UntypedServiceImplementation }[],
): Promise<Listening> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  for (const { definition, handlers } of services) server.addService(definition, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}
