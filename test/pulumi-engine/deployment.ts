import * as grpc from "@grpc/grpc-js";
import { type DynamicHost, InitFailed } from "./dynamic-host";
import type { Journal } from "./journal";
import type { Deployment, Registered, Registration } from "./monitor-service";
import { markNamed, markSecrets, sameProperties } from "./properties";
import { propertyDiff } from "./property-diff";
import type { ResourceState, State } from "./state";
import type { Operation, Properties, Step } from "./types";
import { createUrn, STACK_TYPE } from "./urn";

const DYNAMIC = "pulumi-nodejs:dynamic";

export interface DeploymentContext {
  /** Ready for resources: started, and where asked refreshed. */
  host: Promise<DynamicHost>;
  state: State;
  journal: Journal;
  stack: string;
  project: string;
  dryRun: boolean;
}

/** What a program registers, made so: check, diff, then create, update or replace; in a dry run only shown. */
export function createDeployment(context: DeploymentContext): Deployment & { finish(): Promise<void> } {
  const { state, journal, dryRun } = context;
  const registered = new Set<string>();

  /** Runs one resource's work; its failure ends the deployment, which the SDK takes as "unavailable". */
  const guarded = async (urn: string, work: (host: DynamicHost) => Promise<Registered>): Promise<Registered> => {
    try {
      const host = await context.host;
      if (journal.failed) throw REFUSED;
      return await work(host);
    } catch (error) {
      if (error !== REFUSED) journal.fail(error instanceof Error ? error.message : String(error), urn);
      throw stopped();
    }
  };

  const step = (urn: string, it: Registration, op: Operation, change?: Partial<Step>) =>
    journal.step({ urn, type: it.type, name: it.name, op, diff: [], replaces: [], ...change });

  const save = (resource: ResourceState): void => {
    if (!dryRun) state.put(resource);
  };

  return {
    async register(it) {
      const urn = createUrn({ ...it, ...context });
      return guarded(urn, async (host) => {
        if (registered.has(urn))
          throw new Error(`Two resources are called ${it.name}: names must be unique in a type.`);
        registered.add(urn);
        if (it.unsupported.length > 0) {
          throw new Error(`This engine does not support ${it.unsupported.join(", ")}: use the pulumi command.`);
        }
        return it.custom ? registerCustom(host, urn, it) : registerComponent(urn, it);
      });
    },

    async read(it) {
      const urn = createUrn({ ...it, ...context });
      return guarded(urn, async (host) => {
        registered.add(urn);
        const live = await host.read(urn, it.id, { outputs: it.inputs, inputs: it.inputs });
        if (live.id === "") throw new Error(`${it.name}: there is no ${it.id}.`);
        const outputs = markNamed(markSecrets(live.outputs, it.inputs), it.secretOutputs);
        step(urn, it, "read");
        save({ ...blank(urn, it), id: live.id, outputs, external: true });
        return { urn, id: live.id, outputs };
      });
    },

    setOutputs(urn, outputs) {
      const resource = state.find(urn);
      if (urn.includes(`::${STACK_TYPE}::`)) journal.outputs = outputs;
      if (resource !== undefined) save({ ...resource, outputs });
    },

    /** Deletes what the program no longer has, dependents first. */
    async finish() {
      for (const resource of [...state.resources].reverse()) {
        if (journal.failed) return;
        if (resource.pendingDelete || !registered.has(resource.urn)) {
          await deleteResource({ ...context, host: await context.host }, resource);
        }
      }
    },
  };

  async function registerComponent(urn: string, it: Registration): Promise<Registered> {
    const old = state.find(urn);
    step(urn, it, old === undefined ? "create" : "same");
    save({ ...blank(urn, it), outputs: old?.outputs ?? {} });
    return { urn, id: "", outputs: it.inputs };
  }

  async function registerCustom(host: DynamicHost, urn: string, it: Registration): Promise<Registered> {
    if (!it.type.startsWith(DYNAMIC)) throw new Error(`${it.type}: this engine runs dynamic resources only.`);
    const old = state.find(urn);
    const inputs = await checked(host, urn, old?.inputs ?? {}, it);
    if (old === undefined || old.external) return create(host, urn, it, inputs, "create", propertyDiff({}, inputs));
    const diff = await host.diff(urn, old.id, { olds: old.outputs, news: inputs, oldInputs: old.inputs });
    const changes = diff.changes === "unknown" ? !sameProperties(old.inputs, inputs) : diff.changes === "some";
    const shown = propertyDiff(old.inputs, inputs);
    if (diff.replaces.length > 0) {
      const anew = await checked(host, urn, {}, it);
      if (diff.deleteBeforeReplace && !dryRun) {
        if (old.protect) throw new Error("is protected: unprotect it before it can be replaced");
        await host.delete(urn, old.id, old.outputs);
        state.remove(old);
        return create(host, urn, it, anew, "replace", shown, diff.replaces);
      }
      return create(host, urn, it, anew, "replace", shown, diff.replaces, old);
    }
    if (changes || old.initErrors.length > 0) return update(host, urn, it, inputs, old, shown);
    step(urn, it, "same");
    save({ ...old, ...optionsOf(it), inputs });
    return { urn, id: old.id, outputs: old.outputs };
  }

  async function checked(host: DynamicHost, urn: string, olds: Properties, it: Registration): Promise<Properties> {
    const { inputs, failures } = await host.check(urn, olds, it.inputs);
    for (const { property, reason } of failures) {
      const where = property === "" ? "" : `property ${property}: `;
      journal.fail(`${it.type} resource '${it.name}' has a problem: ${where}${reason}`, urn);
    }
    if (failures.length > 0) throw REFUSED;
    return markSecrets(inputs, it.inputs);
  }

  async function create(
    host: DynamicHost,
    urn: string,
    it: Registration,
    inputs: Properties,
    op: "create" | "replace",
    diff: Step["diff"],
    replaces: string[] = [],
    replaced?: ResourceState,
  ): Promise<Registered> {
    if (dryRun) {
      step(urn, it, op, { diff, replaces });
      return { urn, id: "", outputs: inputs };
    }
    try {
      const made = await host.create(urn, inputs);
      const outputs = marked(made.outputs, inputs, it);
      if (replaced !== undefined) replaced.pendingDelete = true;
      save({ ...blank(urn, it), id: made.id, inputs, outputs });
      step(urn, it, op, { diff, replaces });
      return { urn, id: made.id, outputs };
    } catch (error) {
      if (error instanceof InitFailed) {
        if (replaced !== undefined) replaced.pendingDelete = true;
        const { id, properties, reasons } = error.made;
        save({ ...blank(urn, it), id, inputs, outputs: marked(properties, inputs, it), initErrors: reasons });
      }
      throw error;
    }
  }

  async function update(
    host: DynamicHost,
    urn: string,
    it: Registration,
    inputs: Properties,
    old: ResourceState,
    diff: Step["diff"],
  ): Promise<Registered> {
    if (dryRun) {
      step(urn, it, "update", { diff });
      // A dynamic provider previews no update: what is computed is not known.
      return { urn, id: old.id, outputs: inputs };
    }
    const next = { ...old, ...optionsOf(it), inputs, initErrors: [] };
    try {
      const made = await host.update(urn, old.id, { olds: old.outputs, news: inputs, oldInputs: old.inputs });
      const outputs = marked(made, inputs, it);
      save({ ...next, outputs });
      step(urn, it, "update", { diff });
      return { urn, id: old.id, outputs };
    } catch (error) {
      if (error instanceof InitFailed) {
        const { properties, reasons } = error.made;
        save({ ...next, outputs: marked(properties, inputs, it), initErrors: reasons });
      }
      throw error;
    }
  }
}

/** Deletes one resource, unless it is protected; what was only read or is to be kept is forgotten. */
export async function deleteResource(
  it: Pick<DeploymentContext, "state" | "journal" | "dryRun"> & { host: DynamicHost },
  resource: ResourceState,
): Promise<void> {
  const { host, state, journal, dryRun } = it;
  const { urn, type } = resource;
  if (resource.protect) {
    journal.fail("is protected: unprotect it before it can be deleted", urn);
    return;
  }
  try {
    const kept = !resource.custom || resource.external || resource.retainOnDelete;
    if (!dryRun && !kept) await host.delete(urn, resource.id, resource.outputs);
    if (!dryRun) state.remove(resource);
    const name = urn.split("::").at(-1) ?? "";
    journal.step({ urn, type, name, op: "delete", diff: [], replaces: [] });
  } catch (error) {
    journal.fail(error instanceof Error ? error.message : String(error), urn);
  }
}

function marked(outputs: Properties, inputs: Properties, it: Registration): Properties {
  return markNamed(markSecrets(outputs, inputs), it.secretOutputs);
}

function optionsOf({ dependencies, secretOutputs, protect, retainOnDelete, parent }: Registration) {
  return { dependencies, secretOutputs, protect, retainOnDelete, parent };
}

function blank(urn: string, it: Registration): ResourceState {
  const { type, custom, inputs } = it;
  const fresh = { id: "", outputs: {}, external: false, initErrors: [], pendingDelete: false };
  return { urn, type, custom, inputs, ...fresh, ...optionsOf(it) };
}

/** Thrown where all there is to say is said already. */
const REFUSED = new Error("refused");

function stopped(): Error {
  return Object.assign(new Error("The deployment has stopped."), { code: grpc.status.UNAVAILABLE });
}
