import {
  type AnyValues,
  apply,
  hasErrors,
  isUnknown,
  type Plan,
  plan,
  type Resource,
  type Run,
  read,
  toDiagnostic,
} from "@palette-profiles/resource-kit";
import type { dynamic } from "@pulumi/pulumi";
import type { Backend } from "./backend";
import { checkedInputs } from "./checked-inputs";
import { givenPaths, liveInputs } from "./live-inputs";
import { PlanMemory } from "./plan-memory";
import { checkShape } from "./shape";
import { checkFailures, errorSentences, logWarnings, PartialFailure, throwErrors } from "./told";
import { fromWire, type Properties, propertyName, storedValues, toWire } from "./wire";

/** A resource of the kit as Pulumi's plugin host wants it. */
export interface Served<C> {
  resource: Resource<C>;
  /** The attributes whose values make the Pulumi id: what never changes while the resource lives. */
  id: readonly string[];
}

/** What only this runtime reads, in an output that Pulumi never shows. */
interface Notes {
  /** The version of the state's shape: {@link Resource.version}. */
  version: number;
  /** See {@link givenPaths}. */
  given: string[];
}
const NOTES = "__kit";

/** Pulumi's calls on a dynamic resource, answered by the kit's `plan`, `apply` and `read`. */
export function dynamicProvider<C>(served: Served<C>, backend: Backend<C>): dynamic.ResourceProvider {
  const { resource } = served;
  const { attributes } = resource;
  const plans = new PlanMemory();
  // Pulumi tells a dynamic provider nothing when the user stops the operation: it waits, then ends the process.
  const run = (): Run<C> => ({ context: backend.context(), signal: new AbortController().signal });

  const stateOf = (outputs: Properties): AnyValues => {
    let upgraded = storedValues(outputs);
    for (let version = notesOf(outputs).version; version < resource.version; version++) {
      upgraded = resource.upgrades?.[version]?.(upgraded) ?? upgraded;
    }
    return Object.fromEntries(Object.entries(upgraded).filter(([name]) => Object.hasOwn(attributes, name)));
  };
  const outputsOf = (state: AnyValues, given: string[]): Properties => {
    const notes: Notes = { version: resource.version, given };
    return { ...toWire(state), [NOTES]: notes };
  };
  const idOf = (state: AnyValues): string =>
    served.id
      .map((name) => state[name])
      .filter((part) => part !== undefined)
      .join("/");

  /** Two of one id cannot be there at once, so the old one has to go first. */
  const inSamePlace = (before: AnyValues, after: AnyValues): boolean =>
    served.id.every((name) => before[name] === after[name] || isUnknown(after[name]));

  const planFresh = async (prior: AnyValues | undefined, config: AnyValues): Promise<Plan> => {
    const made = await plan(resource, { ...run(), prior, config });
    plans.keep(prior, config, made);
    logWarnings(made.diagnostics);
    return made;
  };
  const planned = async (prior: AnyValues | undefined, config: AnyValues): Promise<AnyValues> => {
    const made = plans.take(prior, config) ?? (await plan(resource, { ...run(), prior, config }));
    throwErrors(made.diagnostics);
    return made.planned;
  };

  return {
    // Not asynchronous inside: see Backend.
    configure: async (request) => backend.configure(request.config),

    async check(olds: Properties, news: Properties) {
      const given = fromWire(attributes, news);
      const shape = checkShape(attributes, news, given);
      if (hasErrors(shape)) return { inputs: news, failures: checkFailures(shape) };
      const inputs = checkedInputs(attributes, fromWire(attributes, olds), given);
      const diagnostics = isNew(olds) ? await checkCreate(inputs) : (resource.validate?.(inputs) ?? []);
      return { inputs: toWire(inputs), failures: checkFailures(diagnostics) };
    },

    async diff(_id: string, olds: Properties, news: Properties) {
      const made = await planFresh(stateOf(olds), fromWire(attributes, news));
      throwErrors(made.diagnostics);
      if (made.replace.length === 0) return { changes: made.changes.length > 0 };
      return {
        changes: true,
        replaces: [...new Set(made.replace.map(([name]) => propertyName(String(name))))],
        deleteBeforeReplace: inSamePlace(stateOf(olds), made.planned),
      };
    },

    async create(news: Properties) {
      const config = fromWire(attributes, news);
      const { state, diagnostics } = await apply(resource, {
        ...run(),
        config,
        planned: await planned(undefined, config),
      });
      const given = givenPaths(attributes, config);
      if (hasErrors(diagnostics) && state !== undefined) {
        throw new PartialFailure(
          idOf(state),
          { ...outputsOf(state, given), ...codeOf(news) },
          errorSentences(diagnostics),
        );
      }
      throwErrors(diagnostics);
      return { id: idOf(state ?? {}), outs: outputsOf(state ?? {}, given) };
    },

    async read(id: string, outputs: Properties = {}) {
      const known = stateOf(outputs);
      // A resource that the program gets rather than makes has no state yet, only the id by which it is found.
      const prior = known.id === undefined && resource.import ? await resource.import.find(id, run()) : known;
      const live = await read(resource, prior, run());
      if (live === undefined) return { id: "", props: {} };
      const { given } = notesOf(outputs);
      return {
        id: known.id === undefined ? idOf(live) : id,
        props: outputsOf(live, given),
        inputs: toWire(liveInputs(attributes, { prior, live, given: new Set(given) })),
      };
    },

    async update(id: string, olds: Properties, news: Properties) {
      const prior = stateOf(olds);
      const config = fromWire(attributes, news);
      const given = givenPaths(attributes, config);
      const next = await planned(prior, config);
      const { state, diagnostics } = await apply(resource, { ...run(), config, prior, planned: next });
      if (hasErrors(diagnostics) && state !== undefined && state !== prior) {
        throw new PartialFailure(id, { ...outputsOf(state, given), ...codeOf(news) }, errorSentences(diagnostics));
      }
      throwErrors(diagnostics);
      return { outs: outputsOf(state ?? {}, given) };
    },

    async delete(_id: string, outputs: Properties) {
      const { diagnostics } = await apply(resource, { ...run(), prior: stateOf(outputs) });
      throwErrors(diagnostics);
    },
  };

  /** A create's preview calls nothing else, so the rules that need the backend are checked here; an update's in diff. */
  async function checkCreate(inputs: AnyValues) {
    try {
      return (await planFresh(undefined, inputs)).diagnostics;
    } catch (error) {
      return [toDiagnostic(error)];
    }
  }
}

/** Pulumi checks against no inputs where the resource is made, also where it is made anew. */
function isNew(olds: Properties): boolean {
  return Object.keys(olds).length === 0;
}

/** Pulumi's plugin host adds the provider's code to every state but that of a failure, which could never be read again. */
function codeOf({ __provider }: Properties): Properties {
  return { __provider };
}

function notesOf(outputs: Properties): Notes {
  const notes = outputs[NOTES] as Partial<Notes> | undefined;
  return { version: notes?.version ?? 0, given: notes?.given ?? [] };
}
