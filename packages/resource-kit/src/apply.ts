import { type Diagnostic, toDiagnostic } from "./diagnostic";
import { checkApply } from "./oracle";
import { PartialStateError, type ReadRun, type Resource, type Run } from "./resource";
import { type AnyValues, type Attribute, type Attributes, defaultOf, isWriteOnly } from "./schema";
import { isUnknown, withoutUnknown } from "./unknown";
import { composed, elementsOf, isEmpty, isObject, matchElements, sameValue } from "./values";
import { withoutWriteOnly } from "./write-only";

export interface ApplyRequest<C> extends Run<C> {
  prior?: AnyValues | undefined;
  /** From {@link plan}; absent for a delete. */
  planned?: AnyValues | undefined;
  /** What the user wrote, for what is not in the plan: write-only values. */
  config?: AnyValues | undefined;
}

export interface Applied {
  /** What now exists, also after a failure; `undefined` where nothing does. */
  state: AnyValues | undefined;
  diagnostics: Diagnostic[];
}

/** Creates, updates or deletes. Never rejects: what exists is returned together with what went wrong. */
export async function apply<C>(resource: Resource<C>, request: ApplyRequest<C>): Promise<Applied> {
  const { prior, planned } = request;
  const { attributes } = resource;
  try {
    if (planned === undefined) {
      if (prior !== undefined) await resource.delete(prior, request);
      return { state: undefined, diagnostics: [] };
    }
    const run = { context: request.context, signal: request.signal, config: request.config ?? planned };
    const live = prior === undefined ? await resource.create(planned, run) : await resource.update(prior, planned, run);
    const state = withoutWriteOnly(attributes, settle(attributes, planned, live));
    return { state, diagnostics: judge(resource, planned, state) };
  } catch (error) {
    const diagnostics = [toDiagnostic(error instanceof PartialStateError ? error.cause : error)];
    if (!(error instanceof PartialStateError)) return { state: prior, diagnostics };
    return { state: withoutWriteOnly(attributes, withoutUnknown(error.state) as AnyValues), diagnostics };
  }
}

/** What the backend holds now, in the spelling of the state before; `undefined` where it is gone. Rejects when it cannot tell. */
export async function read<C>(
  resource: Resource<C>,
  prior: AnyValues,
  run: ReadRun<C>,
): Promise<AnyValues | undefined> {
  const live = await resource.read(prior, run);
  return live === undefined ? undefined : reconcile(resource.attributes, prior, live);
}

/** The planned values to the letter, and what the backend gave for those that were unknown. */
export function settle(attributes: Attributes, planned: AnyValues, live: AnyValues): AnyValues {
  const state: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = settleOne(attribute, planned[name], live[name]);
    if (value !== undefined) state[name] = value;
  }
  return state;
}

function settleOne(attribute: Attribute, planned: unknown, live: unknown): unknown {
  if (isUnknown(planned)) return live;
  if (attribute.kind === "block" && isObject(planned)) {
    return settle(attribute.attributes, planned, isObject(live) ? live : {});
  }
  if (attribute.kind === "blockList" && Array.isArray(planned)) {
    const matches = matchElements(attribute, planned, elementsOf(live));
    return planned.map((element: unknown, index) => {
      const found = elementsOf(live)[matches[index]!];
      return isObject(element) ? settle(attribute.attributes, element, found ?? {}) : (found ?? element);
    });
  }
  return planned;
}

/** The backend's values, each in the spelling of the state before where both mean the same. */
export function reconcile(attributes: Attributes, prior: AnyValues, live: AnyValues): AnyValues {
  const state: AnyValues = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = reconcileOne(attribute, prior[name], live[name]);
    if (value !== undefined) state[name] = value;
  }
  return state;
}

function reconcileOne(attribute: Attribute, prior: unknown, live: unknown): unknown {
  if (isWriteOnly(attribute)) return undefined;
  if (attribute.local === true) return prior ?? defaultOf(attribute);
  // What has an empty default is never absent, or a plan would add the default to what was just imported.
  if (isEmpty(prior) && isEmpty(live))
    return prior ?? (isEmpty(defaultOf(attribute)) ? defaultOf(attribute) : undefined);
  if (attribute.kind === "block") {
    return isObject(live) ? reconcile(attribute.attributes, isObject(prior) ? prior : {}, live) : live;
  }
  if (attribute.kind === "blockList") {
    const before = elementsOf(prior);
    const matches = matchElements(attribute, elementsOf(live), before);
    return elementsOf(live).map((element, index) =>
      reconcile(attribute.attributes, before[matches[index]!] ?? {}, element),
    );
  }
  // Engines compose what they store, so a backend that decomposes differs in nothing that a user can see.
  return sameValue(attribute, prior, live) || sameValue(attribute, composed(prior), composed(live)) ? prior : live;
}

function judge<C>(resource: Resource<C>, planned: AnyValues, state: AnyValues): Diagnostic[] {
  return checkApply(resource.attributes, { planned, state }).map((violation) => ({
    severity: "error",
    code: "InconsistentResult",
    summary: "The result is not what was planned",
    detail: `${violation}. This is a defect of the provider: please report it. Nothing was lost; the next plan shows what differs.`,
  }));
}
