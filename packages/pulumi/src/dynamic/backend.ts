import type { AnyValues, Provider } from "@palette-profiles/resource-kit";
import type { dynamic } from "@pulumi/pulumi";

/** Where in the stack's configuration each of the provider's settings stands. */
export type ConfigKeys = Readonly<Record<string, string>>;

/**
 * The configured backend, made when first needed and then shared by all resources with the same configuration, so that
 * they also share its rate limits. `configure` must not wait for anything: on a refresh Pulumi starts to read before an
 * asynchronous `configure` has ended.
 */
export class Backend<C> {
  readonly #provider: Provider<C>;
  readonly #keys: ConfigKeys;
  readonly #shared: Map<string, C>;
  #config: dynamic.Config | undefined;

  constructor(provider: Provider<C>, keys: ConfigKeys, shared: Map<string, C>) {
    this.#provider = provider;
    this.#keys = keys;
    this.#shared = shared;
  }

  configure(config: dynamic.Config): void {
    this.#config = config;
  }

  /** @throws where the configuration is wrong. */
  context(): C {
    const settings: AnyValues = {};
    for (const [attribute, key] of Object.entries(this.#keys)) {
      const value = this.#config?.get(key);
      if (value !== undefined) settings[attribute] = value;
    }
    const key = JSON.stringify(settings);
    const made = this.#shared.get(key) ?? this.#provider.configure(settings, process.env);
    this.#shared.set(key, made);
    return made;
  }
}
