import { CheckFailure, type InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Session } from "./session";
import { envelope } from "./values/secrets";
import { propertiesOf, structOf } from "./values/struct";
import { unsealed } from "./values/unsealed";

/** Calls a function of the package. Pulumi itself keeps the answer secret where an argument was. */
export async function invoke<C>(session: Session<C>, request: InvokeRequest): Promise<InvokeResponse> {
  const { invoke: call } = await session.plugin();
  const { properties: args } = unsealed(propertiesOf(request.getArgs()));
  const invoked = await call({ token: request.getTok(), args, run: () => session.run() });
  const response = new InvokeResponse();
  if ("result" in invoked) {
    const { result, secrets } = invoked;
    const values = Object.entries(result).map(([name, value]) => [
      name,
      secrets.includes(name) ? envelope(value) : value,
    ]);
    response.setReturn(structOf(Object.fromEntries(values)));
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
