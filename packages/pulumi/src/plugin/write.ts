import { type AnyValues, hasErrors, UNKNOWN } from "@palette-profiles/resource-kit";
import {
  type CreateRequest,
  CreateResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { errorSentences } from "../runtime/told";
import type { Properties } from "../runtime/wire";
import { InitFailed, throwRefused } from "./failure";
import { type Came, ResourceCall, withoutSecrets } from "./resource-call";
import type { Session } from "./session";
import { structOf } from "./values/struct";

/** Makes a resource; in a preview, says what of it is known before. */
export async function create<C>(session: Session<C>, request: CreateRequest): Promise<CreateResponse> {
  const it = await ResourceCall.of(session, request.getUrn(), { writes: true, timeout: request.getTimeout() });
  const news = it.given(request.getProperties());
  const response = new CreateResponse();
  if (request.getPreview()) {
    response.setProperties(structOf(await previewed(session, it, undefined, news)));
    return response;
  }
  const { id, properties } = await written(it, undefined, news);
  response.setId(id);
  response.setProperties(structOf(properties));
  return response;
}

/** Changes a resource; in a preview, says what of it is known before, so that what stays known stays so for dependents. */
export async function update<C>(session: Session<C>, request: UpdateRequest): Promise<UpdateResponse> {
  const it = await ResourceCall.of(session, request.getUrn(), { writes: true, timeout: request.getTimeout() });
  const news = it.given(request.getNews());
  const prior = it.state(request.getOlds()).values;
  const response = new UpdateResponse();
  const properties = request.getPreview()
    ? await previewed(session, it, prior, news)
    : (await written(it, prior, news, request.getId())).properties;
  response.setProperties(structOf(properties));
  return response;
}

/** What the plan knows, and unknown for the rest. */
async function previewed<C>(
  session: Session<C>,
  it: ResourceCall<C>,
  prior: AnyValues | undefined,
  { values, secrets }: Came,
): Promise<Properties> {
  if (session.configurationUnknown) {
    const unknown = Object.fromEntries(Object.keys(it.attributes).map((name) => [name, UNKNOWN]));
    return it.properties({ ...unknown, ...values }, secrets);
  }
  const { planned, diagnostics } = await it.lifecycle.planned(prior, values);
  throwRefused(withoutSecrets(diagnostics, secrets));
  return it.properties(planned, secrets);
}

/** @throws {InitFailed} where something was made or changed before it failed. */
async function written<C>(
  it: ResourceCall<C>,
  prior: AnyValues | undefined,
  { values, secrets }: Came,
  id?: string,
): Promise<{ id: string; properties: Properties }> {
  const { state, diagnostics } = await it.lifecycle.write(prior, values);
  const told = withoutSecrets(diagnostics, secrets);
  const answer = {
    id: id ?? it.lifecycle.idOf(state ?? {}),
    properties: it.stateProperties(state ?? {}, secrets),
  };
  if (hasErrors(told) && state !== undefined && state !== prior) {
    const inputs = it.properties(values, secrets);
    throw new InitFailed({ ...answer, inputs, reasons: errorSentences(told) });
  }
  throwRefused(told);
  return answer;
}
