import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import type { Warn } from "../runtime/engine-log";
import { Lifecycle, type Served } from "../runtime/lifecycle";
import { once } from "../runtime/once";
import { PlanMemory } from "../runtime/plan-memory";
import { ReadMemory } from "../runtime/read-memory";
import type { Environment, Plugin } from "./plugin";

export interface SessionOptions {
  environment?: Environment;
  /** How long a write under way may go on after a stop, in milliseconds: one that is cut off may still be carried out. */
  grace?: number;
  /** Where warnings go. */
  warn: Warn;
}

/** One plugin as it is served: how it was configured, what it planned and read, and whether it was told to stop. */
export class Session<C> {
  readonly #load: () => Promise<Plugin<C>>;
  readonly #grace: number;
  readonly #memories = new Map<string, PlanMemory>();
  #plugin: Promise<Plugin<C>> | undefined;
  #context: (() => C) | undefined;
  #stop = new AbortController();
  #stopWrites = new AbortController();
  readonly environment: Environment;
  readonly reads = new ReadMemory();
  /** The configuration depends on what is not there yet: nothing can be asked in this preview. */
  configurationUnknown = false;
  /** Replaced where an engine attaches that did not start this process. */
  warn: Warn;
  /** Says a warning once in an operation. */
  warnOnce: Warn = this.#freshWarn();

  constructor(load: () => Promise<Plugin<C>>, { environment = process.env, grace = 10_000, warn }: SessionOptions) {
    this.#load = load;
    this.#grace = grace;
    this.environment = environment;
    this.warn = warn;
  }

  /** What is served, loaded when first needed. */
  plugin(): Promise<Plugin<C>> {
    this.#plugin ??= this.#load();
    return this.#plugin;
  }

  /** @param context makes the backend, once; it calls nothing. */
  configure(context: () => C): void {
    // A process that serves several runs, as one under a debugger does, may have been stopped in an earlier one.
    this.#stop = new AbortController();
    this.#stopWrites = new AbortController();
    this.warnOnce = this.#freshWarn();
    let made: { context: C } | undefined;
    this.#context = () => {
      made ??= { context: context() };
      return made.context;
    };
  }

  /** Stops what only looks at once, and what makes, changes or deletes when the grace is over. */
  cancel(): void {
    const reason = new Error("Pulumi was told to stop");
    const writes = this.#stopWrites;
    this.#stop.abort(reason);
    setTimeout(() => writes.abort(reason), this.#grace).unref();
  }

  /** @param timeout in seconds; 0 for none. */
  run({ writes = false, timeout = 0 }: { writes?: boolean; timeout?: number } = {}): Run<C> {
    const { signal } = writes ? this.#stopWrites : this.#stop;
    return {
      context: this.#configured()(),
      signal: timeout > 0 ? AbortSignal.any([signal, AbortSignal.timeout(timeout * 1000)]) : signal,
    };
  }

  /** The calls on one kind of resource, within `run`. */
  lifecycle(kind: string, served: Served<C>, run: () => Run<C>): Lifecycle<C> {
    const plans = this.#memories.get(kind) ?? new PlanMemory();
    this.#memories.set(kind, plans);
    return new Lifecycle(served, run, plans);
  }

  #freshWarn(): Warn {
    return once((message, urn) => this.warn(message, urn));
  }

  #configured(): () => C {
    if (this.#context !== undefined) return this.#context;
    throw new DiagnosticError({
      code: "NotConfigured",
      summary: "The provider is not configured",
      detail: "Pulumi asked for work before it configured the provider. This is a defect: please report it.",
    });
  }
}
