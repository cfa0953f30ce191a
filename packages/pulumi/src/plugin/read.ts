import { configOf, toDiagnostic } from "@palette-profiles/resource-kit";
import { type ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";
import { givenPaths, liveInputs } from "../runtime/live-inputs";
import { throwRefused } from "./failure";
import { ResourceCall, withoutSecrets } from "./resource-call";
import type { Session } from "./session";
import { bothSecrets } from "./values/secrets";
import { structOf } from "./values/struct";

/**
 * What is live, and the inputs that would make it, so that drift shows at its property. Without a state, as in an import
 * or a `get`, the resource is found by its id, and the inputs are as short as a program would write them.
 */
export async function read<C>(session: Session<C>, request: ReadRequest): Promise<ReadResponse> {
  const it = await ResourceCall.of(session, request.getUrn(), { timeout: request.getTimeout() });
  const known = it.knownState(request.getProperties());
  const given = it.given(request.getInputs());
  const secrets = known === undefined ? given.secrets : bothSecrets(known.secrets, given.secrets);
  const isFound = known === undefined;
  const response = new ReadResponse();
  if (session.configurationUnknown) return response;
  const found = await it.lifecycle.read(request.getId(), known?.values ?? {}).catch((error: unknown) => {
    throwRefused(withoutSecrets([toDiagnostic(error)], secrets));
    throw error;
  });
  const { prior, live } = found;
  if (live === undefined) return response;
  const { resource } = it.served;
  const short = () => {
    const config = configOf(it.attributes, live);
    return resource.concise?.(config) ?? config;
  };
  const inputs = isFound
    ? short()
    : liveInputs(it.attributes, { prior, live, given: new Set(givenPaths(it.attributes, given.values)) });
  response.setId(isFound ? it.lifecycle.idOf(live) : request.getId());
  response.setProperties(structOf(it.stateProperties(live, secrets)));
  response.setInputs(it.struct(inputs, secrets));
  if (!isFound) session.reads.keep(it.urn);
  return response;
}
