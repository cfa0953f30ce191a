import { type AnyValues, DiagnosticError, type Provider } from "@palette-profiles/resource-kit";
import type { dynamic } from "@pulumi/pulumi";
import { configurationError } from "../runtime/configuration-error";

type Environment = Readonly<Record<string, string | undefined>>;

/** A provider of the kit as dynamic resources have it. */
export interface Configured<C> {
  provider: Provider<C>;
  /** What each of its settings is called in a stack's configuration, after `palette:`, by its attribute. */
  settings: Readonly<Record<string, string>>;
  /** Why nothing can be done with these settings, in words for people; nothing where it can. */
  refusal?(settings: AnyValues, environment: Environment): string | undefined;
}

/**
 * The configured backend, made when first needed and then shared by all resources with the same configuration, so that
 * they also share its rate limits. `configure` must not wait for anything: on a refresh Pulumi starts to read before an
 * asynchronous `configure` has ended.
 */
export class Backend<C> {
  readonly #it: Configured<C>;
  readonly #shared: Map<string, C>;
  #config: dynamic.Config | undefined;

  constructor(it: Configured<C>, shared: Map<string, C>) {
    this.#it = it;
    this.#shared = shared;
  }

  configure(config: dynamic.Config): void {
    this.#config = config;
  }

  /** @throws {DiagnosticError} where the configuration is wrong, or nothing can be done without what is missing. */
  context(): C {
    const settings: AnyValues = {};
    for (const [attribute, key] of Object.entries(this.#it.settings)) {
      const value = this.#config?.get(`palette:${key}`);
      if (value !== undefined) settings[attribute] = value;
    }
    const key = JSON.stringify(settings);
    const made = this.#shared.get(key) ?? this.#made(settings);
    this.#shared.set(key, made);
    return made;
  }

  #made(settings: AnyValues): C {
    const { provider, settings: keys, refusal } = this.#it;
    const detail = refusal?.(settings, process.env);
    if (detail !== undefined) {
      throw new DiagnosticError({ code: "MissingSetting", summary: "A setting is missing", detail });
    }
    try {
      return provider.configure(settings, process.env);
    } catch (error) {
      throw configurationError(error, provider.attributes, keys);
    }
  }
}
