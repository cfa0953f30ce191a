import {
  type AnyValues,
  DiagnosticError,
  type Listed,
  type Resource,
  type Run,
  read,
} from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import { encodeIdentity } from "../values/identity-value";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { StreamEvent } from "../wire/tfplugin6";
import type { StreamHandler } from "./handler";
import { listOf, resourceOf } from "./lookup";
import { lookingRun } from "./session";

/** Finds what is there, for `terraform query`. */
export const listResource: StreamHandler<"ListResource"> = async function* (session, request, signal) {
  const resource = resourceOf(session, request.typeName);
  const { attributes, list } = listOf(session, request.typeName);
  if (resource.identity === undefined) {
    throw new DiagnosticError({
      code: "NoIdentity",
      summary: `${request.typeName} cannot be listed`,
      detail: `A ${request.typeName} has no identity by which Terraform could import what is found. This is a defect of the provider: please report it.`,
    });
  }
  const run = lookingRun(session);
  const withState = request.includeResourceObject;
  const limit = request.limit > 0 ? request.limit : Number.MAX_SAFE_INTEGER;
  const listRun = { ...run, signal: AbortSignal.any([run.signal, signal]), limit, withState };
  let count = 0;
  for await (const each of list(decodeValues(attributes, request.config) ?? {}, listRun)) {
    yield {
      displayName: each.displayName,
      identity: encodeIdentity(resource.identity, each.identity),
      ...(withState && (await stateEvent(resource, each, listRun))),
    };
    count += 1;
    if (count >= limit) return;
  }
};

/** One that cannot be read is still found: the others are worth having. */
async function stateEvent<C>(
  resource: Resource<C>,
  each: Listed,
  run: Run<C>,
): Promise<Pick<StreamEvent<"ListResource">, "resourceObject" | "diagnostics">> {
  try {
    return { resourceObject: encodeValues(resource.attributes, each.state ?? (await found(resource, each, run))) };
  } catch (error) {
    if (run.signal.aborted) throw error;
    const detail = `"${each.displayName}" is there, but cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    const told = { severity: "warning", code: "ListedUnread", summary: "Found but not read", detail } as const;
    return { diagnostics: [wireDiagnostic({}, told)] };
  }
}

async function found<C>(resource: Resource<C>, { identity }: Listed, run: Run<C>): Promise<AnyValues | undefined> {
  const known = await resource.identity?.find(identity, run);
  return known === undefined ? undefined : read(resource, known, run);
}
