import { randomUUID } from "node:crypto";
import { DYNAMIC, pluginSource } from "./plugin-source";
import type { Project } from "./project";
import { reveal, sameProperties, secret, UNKNOWN } from "./properties";
import { type Change, type Provider, type ResourceDiff, replaces } from "./provider";
import type { ProviderClient } from "./provider-client";
import type { ResourceState, State } from "./state";
import type { EngineOptions, Properties } from "./types";
import { createUrn, isProvider, packageOf, parseProviderRef, providerRef, providerType, typeOf } from "./urn";

interface Context extends Pick<EngineOptions, "config" | "secretConfig" | "env" | "plugins"> {
  session: NonNullable<EngineOptions["session"]>;
  project: Project;
  stack: string;
  state: State;
}

const DEFAULT_ID = "default";

/**
 * The providers of a deployment, by their references (`URN::ID`). To the engine a provider is a resource too, with the
 * registry as its provider: check and diff are those of its settings, and making it is starting and configuring it.
 */
export class Providers implements Provider {
  readonly #context: Context;
  readonly #ready = new Map<string, Promise<ProviderClient>>();
  readonly #settings = new Map<string, Properties>();
  readonly #checked = new Map<string, ProviderClient>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Starts what the state needs while the program starts. */
  warm(): void {
    for (const { urn, inputs } of this.#context.state.resources.filter(({ type }) => isProvider(type))) {
      this.#start(urn, inputs).catch(() => {
        // Told where it is needed.
      });
    }
  }

  /** The settings that the stack's configuration has for a package; all of them for dynamic resources. */
  configured(name: string): Properties {
    const { config = {}, secretConfig = [] } = this.#context;
    return Object.fromEntries(
      Object.entries(config)
        .filter(([key]) => name === DYNAMIC || key.startsWith(`${name}:`))
        .map(([key, value]) => [
          name === DYNAMIC ? key : key.slice(name.length + 1),
          secretConfig.includes(key) ? secret(value) : value,
        ]),
    );
  }

  /**
   * The provider that a resource names.
   * @throws where neither the program nor the state has it.
   */
  async resolve(ref: string): Promise<ProviderClient> {
    const ready = this.#ready.get(ref) ?? this.#fromState(ref);
    this.#ready.set(ref, ready);
    return ready;
  }

  /** The provider of a resource in the state; the default one where an older engine wrote it without. */
  async of({ provider, type }: Pick<ResourceState, "provider" | "type">): Promise<ProviderClient> {
    if (provider !== "") return this.resolve(provider);
    const { stack, project } = this.#context;
    const name = packageOf(type);
    const urn = createUrn({ stack, project: project.name, parent: "", type: providerType(name), name: "default" });
    const inputs = this.configured(name);
    await this.configure(urn, DEFAULT_ID, inputs);
    return this.resolve(providerRef(urn, DEFAULT_ID));
  }

  /** Whether another provider means another resource: the new one says so of what its settings were and are. */
  async changed(before: string, after: string): Promise<boolean> {
    if (before === after || before === "") return false;
    const stored = this.#stored(before);
    if (stored === undefined) return false;
    const { urn } = parseProviderRef(after);
    const change = { oldInputs: stored.inputs, oldOutputs: stored.outputs, news: this.#settings.get(after) ?? {} };
    return replaces(await (await this.resolve(after)).diffConfig(urn, { ...change, ignoreChanges: [] }));
  }

  async check(urn: string, olds: Properties, news: Properties) {
    const client = await this.#start(urn, news);
    const { inputs, failures } = await client.checkConfig(urn, olds, news);
    if (failures.length === 0) this.#checked.set(urn, client);
    // A provider may drop the version, which is not its own.
    return { inputs: news.version === undefined ? inputs : { ...inputs, version: news.version }, failures };
  }

  async diff(urn: string, _id: string, change: Change): Promise<ResourceDiff> {
    const diff = await (await this.#last(urn, change.news)).diffConfig(urn, change);
    if (diff.changes !== "unknown") return diff;
    return { ...diff, changes: sameProperties(change.oldOutputs, change.news) ? "none" : "some" };
  }

  async create(urn: string, inputs: Properties, preview: boolean) {
    const id = preview ? "" : randomUUID();
    await this.configure(urn, preview ? UNKNOWN : id, inputs);
    return { id, outputs: inputs };
  }

  async update(urn: string, id: string, { news }: Change): Promise<Properties> {
    await this.configure(urn, id, news);
    return news;
  }

  async read(urn: string): Promise<never> {
    throw new Error(`${urn}: a provider cannot be read.`);
  }

  async delete(): Promise<void> {
    // Its process ends with the session.
  }

  /** Makes the provider ready that was checked last under the URN. */
  async configure(urn: string, id: string, inputs: Properties): Promise<void> {
    const client = await this.#last(urn, inputs);
    await client.configure(urn, id, inputs);
    const ref = providerRef(urn, id);
    this.#ready.set(ref, Promise.resolve(client));
    this.#settings.set(ref, inputs);
  }

  async #last(urn: string, inputs: Properties): Promise<ProviderClient> {
    return this.#checked.get(urn) ?? this.#start(urn, inputs);
  }

  async #fromState(ref: string): Promise<ProviderClient> {
    const stored = this.#stored(ref);
    if (stored === undefined) throw new Error(`There is no provider ${ref}.`);
    const client = await this.#start(stored.urn, stored.inputs);
    await client.configure(stored.urn, stored.id, stored.inputs);
    this.#settings.set(ref, stored.inputs);
    return client;
  }

  #stored(ref: string) {
    const { urn, id } = parseProviderRef(ref);
    return this.#context.state.resources.find((each) => each.urn === urn && each.id === id);
  }

  async #start(urn: string, inputs: Properties): Promise<ProviderClient> {
    const { project, stack, env = {}, plugins = {}, session } = this.#context;
    const source = pluginSource(packageOf(typeOf(urn)), { project, given: plugins, env });
    const names = { PULUMI_PROJECT: project.name, PULUMI_NODEJS_PROJECT: project.name, PULUMI_NODEJS_STACK: stack };
    const key = `${urn} ${JSON.stringify(reveal(inputs))}`;
    return session.plugin(key, { source, directory: project.directory, env: { ...env, ...names } });
  }
}
