import { type Attributes, toDiagnostic } from "@palette-profiles/resource-kit";
import { typeName } from "../schema/provider-schemas";
import { log } from "../transport/log";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { CallName, Request, Response } from "../wire/tfplugin6";
import type { Handler } from "./handler";
import { handlers } from "./handlers";
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
    log("error", `${name} failed`, { error: error instanceof Error ? error.stack : String(error) });
    return failed(session, name, request, error);
  } finally {
    log("debug", name, { ms: Math.round(performance.now() - start) });
  }
}

function failed<C, Name extends CallName>(
  session: Session<C>,
  name: Name,
  request: Request<Name>,
  error: unknown,
): Response<Name> {
  const diagnostics = [wireDiagnostic(attributesOf(session, name, request), toDiagnostic(error))];
  // Terraform takes an apply without a state for one that left nothing behind, so what was before goes back.
  const before = name === "ApplyResourceChange" ? (request as Request<"ApplyResourceChange">) : undefined;
  const kept = before === undefined ? {} : { newState: before.priorState, private: before.plannedPrivate };
  return { ...kept, diagnostics } as Response<Name>;
}

/** The attributes that a call is about: those of its resource or data source, else the provider's. */
function attributesOf<C>({ provider }: Session<C>, name: CallName, request: object): Attributes {
  if (!("typeName" in request)) return provider.attributes;
  const isData = name === "ReadDataSource" || name === "ValidateDataResourceConfig";
  const all: readonly { type: string; attributes: Attributes }[] = isData ? provider.dataSources : provider.resources;
  return all.find(({ type }) => typeName(provider, type) === request.typeName)?.attributes ?? {};
}
