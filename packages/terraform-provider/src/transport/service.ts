import type { ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Message } from "../wire/message";

/** A service and who answers it. */
export interface Service {
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
}

/** A method's description for grpc-js, from the messages it takes and gives. */
export function method(
  path: string,
  { request, response, streams = false }: { request: Message<unknown>; response: Message<unknown>; streams?: boolean },
): ServiceDefinition[string] {
  return {
    path,
    requestStream: false,
    responseStream: streams,
    requestSerialize: (value: unknown) => request.encode(value),
    requestDeserialize: (bytes: Buffer) => request.decode(bytes),
    responseSerialize: (value: unknown) => response.encode(value),
    responseDeserialize: (bytes: Buffer) => response.decode(bytes),
  };
}
