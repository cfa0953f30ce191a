import * as grpc from "@grpc/grpc-js";
import { formerUrns } from "./aliases";
import { CustomResource, REFUSED } from "./custom-resource";
import { deleteAll } from "./deletion";
import type { Journal } from "./journal";
import { type Deployment, NO_OPTIONS, type Registered, type Registration } from "./monitor-service";
import { markNamed, sameProperties, UNKNOWN } from "./properties";
import { propertyDiff } from "./property-diff";
import type { Providers } from "./providers";
import { blank, type ResourceState, type State } from "./state";
import type { Operation, Step } from "./types";
import { createUrn, isProvider, packageOf, providerRef, providerType, STACK_TYPE } from "./urn";

export interface DeploymentContext {
  /** Done once resources may be registered: where asked, after a refresh. */
  ready: Promise<void>;
  providers: Providers;
  state: State;
  journal: Journal;
  stack: string;
  project: string;
  dryRun: boolean;
  /** What a program is answered once something failed: an error that ends it, or that the resource is not known. */
  afterFailure: "end" | "unknown";
}

/** What a program registers, made so; in a dry run only shown. */
export function createDeployment(context: DeploymentContext): Deployment & { finish(): Promise<void> } {
  const { state, journal, providers, dryRun } = context;
  const registered = new Set<string>();
  const replaced = new Set<string>();
  const usedAliases = new Map<string, string>();
  const defaults = new Map<string, Promise<string>>();

  /** Runs one resource's work; its failure ends the deployment. */
  const guarded = async (urn: string, work: () => Promise<Registered>): Promise<Registered> => {
    try {
      await context.ready;
      if (journal.failed) throw REFUSED;
      return await work();
    } catch (error) {
      if (error !== REFUSED) journal.fail(messageOf(error), urn);
      if (context.afterFailure === "end") throw stopped();
      return { urn, id: "", outputs: {}, failed: true };
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
      return guarded(urn, () => register(urn, it));
    },

    async read(it) {
      const urn = createUrn({ ...it, ...context });
      return guarded(urn, async () => {
        registered.add(urn);
        if (it.id === UNKNOWN) return { urn, id: it.id, outputs: {} };
        const ref = await providerOf(it);
        const live = await (await providers.resolve(ref)).read(urn, it.id, { inputs: it.inputs, outputs: it.inputs });
        if (live.id === "") throw new Error(`${it.name}: there is no ${it.id}.`);
        const outputs = markNamed(live.outputs, it.secretOutputs);
        step(urn, it, "read");
        save({ ...blank(urn, it), id: live.id, outputs, external: true, provider: ref });
        return { urn, id: live.id, outputs };
      });
    },

    async invoke({ token, args, provider, version }) {
      await context.ready;
      const ref = await providerOf({ type: token, provider, version });
      return (await providers.resolve(ref)).invoke(token, args, dryRun);
    },

    setOutputs(urn, outputs) {
      const resource = state.find(urn);
      if (urn.includes(`::${STACK_TYPE}::`)) journal.outputs = outputs;
      if (resource !== undefined) save({ ...resource, outputs });
    },

    /** Deletes what the program no longer has. */
    async finish() {
      const gone = state.resources.filter(({ urn, pendingDelete }) => pendingDelete || !registered.has(urn));
      await deleteAll(context, gone);
    },
  };

  async function register(urn: string, it: Registration): Promise<Registered> {
    if (registered.has(urn)) throw new Error(`Two resources are called ${it.name}: names must be unique in a type.`);
    registered.add(urn);
    if (it.unsupported.length > 0) {
      throw new Error(`This engine does not support ${it.unsupported.join(", ")}: use the pulumi command.`);
    }
    const old = state.find(urn) ?? aliased(urn, it);
    if (!it.custom) return registerComponent(urn, it, old);
    const ref = isProvider(it.type) ? "" : await providerOf(it);
    const provider = ref === "" ? providers : await providers.resolve(ref);
    const resource = new CustomResource({ ...context, replaced }, { provider, ref, urn, registration: it });
    const made = await resource.register(old);
    // One that stays as it is has been checked, and not configured.
    if (ref === "") await providers.configure(urn, made.id === "" ? UNKNOWN : made.id, made.outputs);
    return made;
  }

  /** What the state has of it under a former name, from now on under its own. */
  function aliased(urn: string, it: Registration): ResourceState | undefined {
    const former = formerUrns({ ...it, ...context }, it.aliases, usedAliases).find((each) => state.find(each));
    if (former === undefined) return undefined;
    usedAliases.set(urn, former);
    state.rename(former, urn);
    return state.find(urn);
  }

  function registerComponent(urn: string, it: Registration, old: ResourceState | undefined): Registered {
    const diff = propertyDiff(old?.inputs ?? {}, it.inputs);
    const same = old !== undefined && sameProperties(old.inputs, it.inputs);
    step(urn, it, old === undefined ? "create" : same ? "same" : "update", { diff });
    save({ ...blank(urn, it), outputs: old?.outputs ?? {} });
    return { urn, id: "", outputs: it.inputs };
  }

  /** The provider that a resource or function names, or else the default one of its package. */
  async function providerOf(it: Pick<Registration, "type" | "provider" | "version">): Promise<string> {
    if (it.provider !== "") return it.provider;
    const name = packageOf(it.type);
    const key = `${name} ${it.version}`;
    const ref = defaults.get(key) ?? registerDefault(name, it.version);
    defaults.set(key, ref);
    return ref;
  }

  async function registerDefault(name: string, version: string): Promise<string> {
    const it: Registration = {
      ...NO_OPTIONS,
      type: providerType(name),
      name: version === "" ? "default" : `default_${version.replace(/[.+-]/g, "_")}`,
      custom: true,
      inputs: { ...providers.configured(name), ...(version === "" ? {} : { version }) },
    };
    const urn = createUrn({ ...it, ...context });
    const { id } = await register(urn, it);
    return providerRef(urn, id === "" ? UNKNOWN : id);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stopped(): Error {
  return Object.assign(new Error("The deployment has stopped."), { code: grpc.status.UNAVAILABLE });
}
