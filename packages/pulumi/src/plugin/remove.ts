import type { DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { throwRefused } from "./failure";
import { ResourceCall, withoutSecrets } from "./resource-call";
import type { Session } from "./session";

/** Deletes a resource; what is gone already is fine. */
export async function remove<C>(session: Session<C>, request: DeleteRequest): Promise<Empty> {
  const it = await ResourceCall.of(session, request.getUrn(), { writes: true, timeout: request.getTimeout() });
  const { values, secrets } = it.state(request.getProperties());
  throwRefused(withoutSecrets(await it.lifecycle.remove(values), secrets));
  return new Empty();
}
