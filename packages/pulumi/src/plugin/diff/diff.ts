import { type AnyValues, type Attributes, diffValues, hasErrors, hasUnknown } from "@palette-profiles/resource-kit";
import { type DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { propertyName } from "../../runtime/wire";
import { throwRefused } from "../failure";
import { ResourceCall, withoutSecrets } from "../resource-call";
import type { Session } from "../session";
import { detailedDiff } from "./detailed-diff";
import { diffResponse } from "./diff-response";

/** What an update would change, by the plan. */
export async function diff<C>(session: Session<C>, request: DiffRequest): Promise<DiffResponse> {
  const it = await ResourceCall.of(session, request.getUrn());
  const news = it.given(request.getNews());
  const old = it.given(request.getOldInputs());
  const prior = it.state(request.getOlds()).values;
  if (session.configurationUnknown) {
    const unavailable = new DiffResponse();
    unavailable.setChanges(DiffResponse.DiffChanges.DIFF_UNKNOWN);
    return unavailable;
  }
  const { changes, replace, planned, diagnostics, deleteBeforeReplace } = await it.lifecycle.diff(prior, news.values);
  const sides = { prior, oldInputs: old.values, newInputs: news.values };
  const isRefresh = session.reads.take(it.urn);
  if (isRefresh && hasErrors(diagnostics)) {
    const drift = diffValues(it.attributes, old.values, news.values);
    return diffResponse(detailedDiff(it.attributes, { ...sides, changes: drift, replace: [] }));
  }
  const told = withoutSecrets(diagnostics, news.secrets);
  if (!isRefresh) await it.warn(told);
  throwRefused(told);
  if (changes.length === 0) return diffResponse(new Map());
  return diffResponse(detailedDiff(it.attributes, { ...sides, changes, replace }), {
    deleteBeforeReplace,
    stables: stables(it.attributes, prior, planned),
  });
}

/** The outputs that stay as they are, so that what depends on them is not previewed as changing. */
function stables(attributes: Attributes, prior: AnyValues, planned: AnyValues): string[] {
  return Object.entries(attributes)
    .filter(
      ([name, attribute]) =>
        prior[name] !== undefined &&
        // What a program leaves out is as good as an empty list, but no output of the preview.
        planned[name] !== undefined &&
        !hasUnknown(planned[name]) &&
        diffValues({ [name]: attribute }, prior, planned).length === 0,
    )
    .map(([name]) => propertyName(name));
}
