import { type Attributes, toDiagnostic } from "@palette-profiles/resource-kit";
import { typeName } from "../schema/provider-schemas";
import { log } from "../transport/log";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { WireDiagnostic } from "../wire/parts";
import type { CallName, Request, Response, StreamEvent, StreamName, StreamRequest } from "../wire/tfplugin6";
import type { Handler, StreamHandler } from "./handler";
import { handlers, streamHandlers } from "./handlers";
import type { Session } from "./session";

/** Answers a call. Never rejects: a rejected apply would leave Terraform without a word of what was made. */
export async function answer<C, Name extends CallName>(
  session: Session<C>,
  name: Name,
  request: Request<Name>,
): Promise<Response<Name>> {
  const start = performance.now();
  const handler: Handler<Name> = handlers[name];
  try {
    return await handler(session, request);
  } catch (error) {
    return failed(name, request, told(session, name, request, error));
  } finally {
    log("debug", name, { ms: Math.round(performance.now() - start) });
  }
}

/** Answers a call in parts. An error becomes the last one. */
export async function* answerInParts<C, Name extends StreamName>(
  session: Session<C>,
  name: Name,
  request: StreamRequest<Name>,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent<Name>> {
  const start = performance.now();
  const handler: StreamHandler<Name> = streamHandlers[name];
  try {
    yield* handler(session, request, signal);
  } catch (error) {
    yield { diagnostics: [told(session, name, request, error)] } as StreamEvent<Name>;
  } finally {
    log("debug", name, { ms: Math.round(performance.now() - start) });
  }
}

function told<C>(session: Session<C>, name: CallName | StreamName, request: object, error: unknown): WireDiagnostic {
  log("error", `${name} failed`, { error: error instanceof Error ? error.stack : String(error) });
  return wireDiagnostic(attributesOf(session, name, request), toDiagnostic(error));
}

function failed<Name extends CallName>(name: Name, request: Request<Name>, diagnostic: WireDiagnostic): Response<Name> {
  const diagnostics = [diagnostic];
  // Terraform takes an apply without a state for one that left nothing behind, so what was before goes back.
  const before = name === "ApplyResourceChange" ? (request as Request<"ApplyResourceChange">) : undefined;
  if (before === undefined) return { diagnostics } as Response<Name>;
  const { priorState: newState, plannedPrivate, plannedIdentity: newIdentity } = before;
  return { newState, private: plannedPrivate, newIdentity, diagnostics } as Response<Name>;
}

/** The attributes that a call is about: those of its resource, data source or the like, else the provider's. */
function attributesOf<C>({ provider }: Session<C>, name: CallName | StreamName, request: object): Attributes {
  if (!("typeName" in request)) return provider.attributes;
  const of = (all: readonly { type: string; attributes: Attributes }[] = []): Attributes | undefined =>
    all.find(({ type }) => typeName(provider, type) === request.typeName)?.attributes;
  if (name.includes("Data")) return of(provider.dataSources) ?? {};
  if (name.includes("Ephemeral")) return of(provider.ephemerals) ?? {};
  if (name.includes("List")) {
    return of(provider.resources.flatMap(({ type, list }) => (list === undefined ? [] : [{ ...list, type }]))) ?? {};
  }
  return of(provider.resources) ?? {};
}
