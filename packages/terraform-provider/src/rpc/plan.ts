import {
  type AnyValues,
  checkPlan,
  type Diagnostic,
  hasErrors,
  plan,
  propose,
  type Resource,
} from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import { nullElements } from "../values/null-elements";
import { wireDiagnostic } from "../values/wire-diagnostic";
import { wirePath } from "../values/wire-path";
import { deferral } from "./deferred";
import type { Handler } from "./handler";
import { identityOf } from "./identity";
import { resourceOf } from "./lookup";
import { lookingRun } from "./session";

export const planResourceChange: Handler<"PlanResourceChange"> = async (session, request) => {
  const resource = resourceOf(session, request.typeName);
  const { attributes } = resource;
  const config = decodeValues(attributes, request.config);
  // No configuration: the resource is to go, which is planned as null.
  if (config === undefined) {
    const { priorPrivate: plannedPrivate, priorIdentity: plannedIdentity } = request;
    const removed = decodeValues(attributes, request.priorState);
    const notes = removed === undefined ? [] : (resource.removalNotes?.(removed) ?? []);
    return {
      plannedState: encodeValues(attributes, undefined),
      plannedPrivate,
      plannedIdentity,
      diagnostics: notes.map((each) => wireDiagnostic(attributes, each)),
    };
  }
  const prior = decodeValues(attributes, request.priorState);
  const deferred = deferral(session, request.clientCapabilities);
  if (deferred !== undefined) {
    const plannedState = encodeValues(attributes, propose(attributes, prior, config));
    return { ...deferred, plannedState, plannedPrivate: request.priorPrivate };
  }
  const nulls = nullElements(attributes, config);
  if (nulls.length > 0) return { diagnostics: nulls.map((each) => wireDiagnostic(attributes, each)) };
  const run = lookingRun(session);
  const it = await plan(resource, { ...run, prior, config });
  const diagnostics = [...untold(resource, config, it.diagnostics)];
  if (!hasErrors(diagnostics) && session.oracle) {
    // What is replaced is judged as the create that it will be.
    const before = it.replace.length > 0 ? undefined : prior;
    diagnostics.push(...broken(checkPlan(attributes, { prior: before, config, planned: it.planned })));
  }
  return {
    diagnostics: diagnostics.map((each) => wireDiagnostic(attributes, each)),
    ...(!hasErrors(diagnostics) && {
      plannedState: encodeValues(attributes, it.planned),
      requiresReplace: it.replace.map((path) => wirePath(attributes, path)),
      plannedPrivate: request.priorPrivate,
      // What is created has an identity only when it is there.
      plannedIdentity: prior && (request.priorIdentity ?? identityOf(resource, prior, run)),
    }),
  };
};

/** Without the warnings that Terraform has already got from validation, which comes before every plan. */
function untold<C>(resource: Resource<C>, config: AnyValues, diagnostics: Diagnostic[]): Diagnostic[] {
  if (diagnostics.length === 0 || hasErrors(diagnostics)) return diagnostics;
  const told = new Set((resource.validate?.(config) ?? []).map((each) => JSON.stringify(each)));
  return diagnostics.filter((each) => !told.has(JSON.stringify(each)));
}

function broken(violations: readonly string[]): Diagnostic[] {
  return violations.map((violation) => ({
    severity: "error",
    code: "InvalidPlan",
    summary: "The plan breaks Terraform's rules",
    detail: `${violation}. This is a defect of the provider: please report it.`,
  }));
}
