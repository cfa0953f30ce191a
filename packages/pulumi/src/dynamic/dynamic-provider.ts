import { type AnyValues, type Diagnostic, hasErrors } from "@palette-profiles/resource-kit";
import type { dynamic } from "@pulumi/pulumi";
import type { Warn } from "../runtime/engine-log";
import { Lifecycle, type Served } from "../runtime/lifecycle";
import { givenPaths, liveInputs } from "../runtime/live-inputs";
import { NOTES, ownNotes } from "../runtime/own-state";
import { ReadMemory } from "../runtime/read-memory";
import { checkShape } from "../runtime/shape";
import { checkFailures, errorSentences, PartialFailure, throwErrors, told, warningSentences } from "../runtime/told";
import { fromWire, type Properties, propertyName, storedValues, toWire } from "../runtime/wire";
import type { Backend } from "./backend";

/** What only this runtime reads, in an output that Pulumi never shows. */
interface Notes {
  /** The version of the state's shape: `Resource.version`. */
  version: number;
  /** See {@link givenPaths}. */
  given: string[];
}

/** Pulumi's calls on a dynamic resource. */
export function dynamicProvider<C>(served: Served<C>, backend: Backend<C>, warn: Warn): dynamic.ResourceProvider {
  const { attributes, version } = served.resource;
  // Pulumi tells a dynamic provider nothing when the user stops the operation: it waits, then ends the process.
  const it = new Lifecycle(served, () => ({ context: backend.context(), signal: new AbortController().signal }));
  const reads = new ReadMemory();

  const stateOf = (outputs: Properties, notes: Partial<Notes> = ownNotes(outputs)) =>
    it.upgraded(storedValues(outputs), notes.version ?? 0);
  const outputsOf = (state: AnyValues, given: string[]): Properties => {
    const notes: Notes = { version, given };
    return { ...toWire(state), [NOTES]: notes };
  };

  const tell = async (diagnostics: readonly Diagnostic[], properties: Properties) => {
    for (const sentence of warningSentences(diagnostics)) await warn(sentence, urnOf(properties));
  };

  /** @throws PartialFailure where something was made before it failed. */
  const written = async (prior: AnyValues | undefined, news: Properties, id?: string) => {
    const config = fromWire(attributes, news);
    const { state, diagnostics } = await told(() => it.write(prior, config));
    const outs = { ...outputsOf(state ?? {}, givenPaths(attributes, config)), ...hidden(news) };
    if (hasErrors(diagnostics) && state !== undefined && state !== prior) {
      throw new PartialFailure(id ?? it.idOf(state), outs, errorSentences(diagnostics));
    }
    throwErrors(diagnostics);
    return { id: id ?? it.idOf(state ?? {}), outs };
  };

  return {
    // Not asynchronous inside: see Backend.
    configure: async (request) => backend.configure(request.config),

    async check(olds: Properties, news: Properties) {
      reads.forget(urnOf(news));
      const given = fromWire(attributes, news);
      const shape = checkShape(attributes, news, given);
      if (hasErrors(shape)) return { inputs: news, failures: checkFailures(shape) };
      const { inputs, diagnostics } = await it.check(isNew(olds) ? undefined : fromWire(attributes, olds), given);
      if (isNew(olds)) await tell(diagnostics, news);
      return { inputs: { ...toWire(inputs), ...hidden(news) }, failures: checkFailures(diagnostics) };
    },

    async diff(_id: string, olds: Properties, news: Properties) {
      const isRefresh = reads.take(urnOf(news));
      const { changes, replace, diagnostics, deleteBeforeReplace } = await told(() =>
        it.diff(stateOf(olds), fromWire(attributes, news)),
      );
      // Pulumi then compares the inputs itself.
      if (isRefresh && hasErrors(diagnostics)) return {};
      if (!isRefresh) await tell(diagnostics, news);
      throwErrors(diagnostics);
      // A state of the native mode has no code that could read it again: an update, which calls nothing, brings it.
      if (replace.length === 0) return { changes: changes.length > 0 || olds.__provider === undefined };
      const replaces = [...new Set(replace.map(([name]) => propertyName(String(name))))];
      return { changes: true, replaces, deleteBeforeReplace };
    },

    create: (news: Properties) => written(undefined, news),

    async read(id: string, outputs: Properties = {}) {
      const notes = (outputs[NOTES] ?? {}) as Partial<Notes>;
      const known = stateOf(outputs, notes);
      const { prior, live } = await told(() => it.read(id, known));
      if (live === undefined) return { id: "", props: {} };
      const { given = [] } = notes;
      if (known.id !== undefined) reads.keep(urnOf(outputs));
      return {
        id: known.id === undefined ? it.idOf(live) : id,
        props: { ...outputsOf(live, given), ...hidden(outputs) },
        inputs: { ...toWire(liveInputs(attributes, { prior, live, given: new Set(given) })), ...hidden(outputs) },
      };
    },

    async update(id: string, olds: Properties, news: Properties) {
      return { outs: (await written(await told(() => stateOf(olds)), news, id)).outs };
    },

    async delete(_id: string, outputs: Properties) {
      throwErrors(await told(() => it.remove(stateOf(outputs))));
    },
  };
}

/** Pulumi checks against no inputs where the resource is made, also where it is made anew. */
function isNew(olds: Properties): boolean {
  return Object.keys(olds).length === 0;
}

/**
 * What of the program's class goes along with every answer. Pulumi's host itself adds the provider's code to each but that
 * of a failure, which could never be read again; and it tells a provider no URN, so the class does.
 */
function hidden(properties: Properties): Properties {
  return Object.fromEntries(
    ["__provider", "__urn"].flatMap((name) => (name in properties ? [[name, properties[name]]] : [])),
  );
}

/** Empty in a state of a release that did not keep it. */
function urnOf({ __urn = "" }: Properties): string {
  return String(__urn);
}
