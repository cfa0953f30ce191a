import { CheckFailure, type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { toWire } from "../runtime/wire";
import type { Session } from "./session";
import { propertiesOf, structOf } from "./values/struct";
import { unsealed } from "./values/unsealed";

/** Calls a function of the package. Pulumi itself keeps the answer secret where an argument was. */
export async function invoke<C>(session: Session<C>, request: InvokeRequest): Promise<InvokeResponse> {
  const { invoke: call } = await session.plugin();
  const { properties: args } = unsealed(propertiesOf(request.getArgs()));
  const invoked = await call({ token: request.getTok(), args, run: () => session.run() });
  const response = new InvokeResponse();
  if ("result" in invoked) {
    response.setReturn(structOf(toWire(invoked.result)));
    return response;
  }
  response.setFailuresList(
    invoked.failures.map(({ property, reason }) => {
      const failure = new CheckFailure();
      failure.setProperty(property);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}
