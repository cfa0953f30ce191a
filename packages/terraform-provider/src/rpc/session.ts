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
  /** Aborts the calls in flight when Terraform says stop. */
  stop: AbortController;
}

export function createSession<C>(
  provider: Provider<C>,
  {
    environment = process.env,
    oracle = environment.PALETTE_ORACLE === "1",
  }: { environment?: Environment; oracle?: boolean } = {},
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
    stop: new AbortController(),
  };
}

/** What a resource's functions are called with. */
export function runOf<C>(session: Session<C>): Run<C> {
  return { context: session.context(), signal: session.stop.signal };
}
