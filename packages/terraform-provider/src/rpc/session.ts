import { DiagnosticError, type Provider, type Run } from "@palette-profiles/resource-kit";
import { type ProviderSchemas, providerSchemas } from "../schema/provider-schemas";

/** The environment that a provider is configured from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One provider as it is served: what it is, how it was configured, and whether it was told to stop. */
export interface Session<C> {
  readonly provider: Provider<C>;
  readonly schemas: ProviderSchemas;
  readonly environment: Environment;
  /** Judge every plan by Terraform's rules before Terraform does, and say which one it breaks. */
  readonly oracle: boolean;
  /** The configured backend; throws a diagnostic where there is none. */
  context(): C;
  /** The configuration depends on what is not there yet, so `context` throws until another run. */
  configurationUnknown: boolean;
  /** Aborts what only looks, as soon as Terraform says stop. */
  stop: AbortController;
  /** Aborts what makes, changes or deletes, once `grace` is over: a create that is cut off may still be carried out. */
  stopWrites: AbortController;
  /** How long a write under way may go on after a stop, in milliseconds. */
  readonly grace: number;
}

export interface SessionOptions {
  environment?: Environment;
  oracle?: boolean;
  grace?: number;
}

export function createSession<C>(
  provider: Provider<C>,
  { environment = process.env, oracle = environment.PALETTE_ORACLE === "1", grace = 10_000 }: SessionOptions = {},
): Session<C> {
  return {
    provider,
    schemas: providerSchemas(provider),
    environment,
    oracle,
    context() {
      throw new DiagnosticError({
        code: "NotConfigured",
        summary: "The provider is not configured",
        detail: "Terraform asked for work before it configured the provider.",
      });
    },
    configurationUnknown: false,
    stop: new AbortController(),
    stopWrites: new AbortController(),
    grace,
  };
}

/** What a resource's functions that look are called with. */
export function lookingRun<C>(session: Session<C>): Run<C> {
  return { context: session.context(), signal: session.stop.signal };
}

/** What a resource's functions that make, change or delete are called with. */
export function writingRun<C>(session: Session<C>): Run<C> {
  return { context: session.context(), signal: session.stopWrites.signal };
}
