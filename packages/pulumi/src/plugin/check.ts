import { type Diagnostic, hasErrors } from "@palette-profiles/resource-kit";
import { CheckFailure, type CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { checkShape } from "../runtime/shape";
import { errorSentences } from "../runtime/told";
import { ResourceCall, withoutSecrets } from "./resource-call";
import type { Session } from "./session";

/** The inputs that Pulumi keeps and compares; of a new resource all that a plan refuses is told here already. */
export async function check<C>(session: Session<C>, request: CheckRequest): Promise<CheckResponse> {
  const it = await ResourceCall.of(session, request.getUrn());
  session.reads.forget(it.urn);
  const { values, secrets, properties } = it.given(request.getNews());
  const answer = (inputs: typeof values, diagnostics: readonly Diagnostic[]) => {
    const response = new CheckResponse();
    response.setInputs(it.struct(inputs, secrets));
    response.setFailuresList(failures(withoutSecrets(diagnostics, secrets)));
    return response;
  };
  const shape = checkShape(it.attributes, properties, values);
  if (hasErrors(shape) || session.configurationUnknown) return answer(values, shape);
  // Pulumi checks against no inputs where the resource is made, also where it is made anew.
  const olds = it.given(request.getOlds());
  const isNew = Object.keys(olds.values).length === 0;
  const { inputs, diagnostics } = await it.lifecycle.check(isNew ? undefined : olds.values, values);
  if (isNew) await it.warn(withoutSecrets(diagnostics, secrets));
  return answer(inputs, diagnostics);
}

/**
 * The property stands in the reason: given apart, Pulumi prints the value of the whole top-level property with it, and
 * `<nil>` for one inside a list.
 */
function failures(diagnostics: readonly Diagnostic[]): CheckFailure[] {
  return errorSentences(diagnostics).map((reason) => {
    const failure = new CheckFailure();
    failure.setReason(reason);
    return failure;
  });
}
