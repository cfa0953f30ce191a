import { apply } from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { Handler } from "./handler";
import { identityOf } from "./identity";
import { resourceOf } from "./lookup";
import { writingRun } from "./session";

export const applyResourceChange: Handler<"ApplyResourceChange"> = async (session, request) => {
  const resource = resourceOf(session, request.typeName);
  const { attributes } = resource;
  const prior = decodeValues(attributes, request.priorState);
  const planned = decodeValues(attributes, request.plannedState);
  const config = decodeValues(attributes, request.config);
  const run = writingRun(session);
  const { state, diagnostics } = await apply(resource, { ...run, prior, planned, config });
  return {
    newState: encodeValues(attributes, state),
    newIdentity: identityOf(resource, state, run, request.plannedIdentity),
    private: request.plannedPrivate,
    diagnostics: diagnostics.map((each) => wireDiagnostic(attributes, each)),
  };
};
