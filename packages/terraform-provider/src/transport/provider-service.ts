import type { ServerUnaryCall, ServiceDefinition, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import { answer } from "../rpc/answer";
import type { Session } from "../rpc/session";
import { type CallName, calls, type Request, type Response } from "../wire/tfplugin6";
import { method, type Service } from "./service";

const SERVICE = "tfplugin6.Provider";

/** How the provider's calls look on the wire; also what a client needs to call them. */
export const providerDefinition: ServiceDefinition = Object.fromEntries(
  Object.entries(calls).map(([name, { request, response }]) => [
    name,
    method(`/${SERVICE}/${name}`, { request, response }),
  ]),
);

export function providerService<C>(session: Session<C>): Service {
  const implementation: UntypedServiceImplementation = {};
  for (const name of Object.keys(calls) as CallName[]) implementation[name] = unary(session, name);
  return { definition: providerDefinition, implementation };
}

function unary<C, Name extends CallName>(session: Session<C>, name: Name) {
  return (call: ServerUnaryCall<Request<Name>, Response<Name>>, done: sendUnaryData<Response<Name>>): void => {
    void answer(session, name, call.request).then((response) => done(null, response));
  };
}
