import { type Diagnostic, hasErrors, toDiagnostic } from "./diagnostic";
import { type Change, diffValues } from "./diff";
import type { Path } from "./path";
import { propose } from "./propose";
import type { Draft, Resource, Run } from "./resource";
import { type AnyValues, type Attributes, isBlock } from "./schema";
import { elementsOf, isObject, matchElements } from "./values";
import { withoutWriteOnly } from "./write-only";

export interface PlanRequest<C> extends Run<C> {
  /** The state before; absent for a create. */
  prior?: AnyValues | undefined;
  /** What the user wrote, unknown values included. */
  config: AnyValues;
}

export interface Plan {
  /** What will be. Equal to the state before, to the letter, where nothing changes. */
  planned: AnyValues;
  changes: Change[];
  /** The attributes whose change replaces the resource; empty where it stays. */
  replace: Path[];
  diagnostics: Diagnostic[];
}

/** The one function behind Terraform's PlanResourceChange, Pulumi's Check and Diff, and the command line. Never rejects. */
export async function plan<C>(resource: Resource<C>, request: PlanRequest<C>): Promise<Plan> {
  const { prior, config } = request;
  const refused = (diagnostics: Diagnostic[]): Plan => ({
    planned: prior ?? withoutWriteOnly(resource.attributes, config),
    changes: [],
    replace: [],
    diagnostics,
  });
  try {
    const shape = resource.validate?.(config) ?? [];
    if (hasErrors(shape)) return refused(shape);
    const first = await draftPlan(resource, request, prior);
    const replace = prior === undefined ? [] : replacedBy(resource.attributes, prior, first.planned);
    // What replaces a resource is planned as the create that it will be.
    const last = replace.length > 0 ? await draftPlan(resource, request, undefined) : first;
    const diagnostics = [...shape, ...last.diagnostics];
    if (hasErrors(diagnostics)) return refused(diagnostics);
    const changes = diffValues(resource.attributes, prior ?? {}, last.planned);
    if (prior !== undefined && changes.length === 0) return { planned: prior, changes: [], replace: [], diagnostics };
    return { planned: last.planned, changes, replace, diagnostics };
  } catch (error) {
    return refused([toDiagnostic(error)]);
  }
}

async function draftPlan<C>(resource: Resource<C>, request: PlanRequest<C>, prior: AnyValues | undefined) {
  const planned = propose(resource.attributes, prior, request.config);
  const diagnostics: Diagnostic[] = [];
  const draft: Draft<C> = {
    context: request.context,
    signal: request.signal,
    prior,
    config: request.config,
    planned,
    changed: (...names) =>
      prior === undefined ||
      diffValues(pick(resource.attributes, names), pick(prior, names), pick(planned, names)).length > 0,
    priorIndex(list, index) {
      const attribute = resource.attributes[list];
      if (attribute?.kind !== "blockList" || prior === undefined) return -1;
      return matchElements(attribute, elementsOf(planned[list]), elementsOf(prior[list]))[index] ?? -1;
    },
    error: (path, told) => void diagnostics.push({ severity: "error", path, ...told }),
    warning: (path, told) => void diagnostics.push({ severity: "warning", path, ...told }),
  };
  await resource.refine?.(draft);
  return { planned, diagnostics };
}

function replacedBy(attributes: Attributes, prior: AnyValues, planned: AnyValues, path: Path = []): Path[] {
  return Object.entries(attributes).flatMap(([name, attribute]): Path[] => {
    const here = [...path, name];
    const [before, after] = [prior[name], planned[name]];
    if (attribute.replaces === true) {
      return diffValues({ [name]: attribute }, prior, planned).length > 0 ? [here] : [];
    }
    if (attribute.kind === "block" && isBlock(attribute) && isObject(before) && isObject(after)) {
      return replacedBy(attribute.attributes, before, after, here);
    }
    return [];
  });
}

function pick<T>(from: { readonly [name: string]: T }, names: readonly string[]): { [name: string]: T } {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
