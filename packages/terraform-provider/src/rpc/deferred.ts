import { type ClientCapabilities, DEFERRED_REASON } from "../wire/parts";
import type { Session } from "./session";

/**
 * What to answer instead of an error where the provider's configuration is not known yet and this Terraform can wait for
 * it: the rest of the run goes on, and what is deferred comes with the next one.
 */
export function deferral<C>(
  { configurationUnknown }: Session<C>,
  client: ClientCapabilities | undefined,
): { deferred: { reason: number } } | undefined {
  if (!configurationUnknown || client?.deferralAllowed !== true) return undefined;
  return { deferred: { reason: DEFERRED_REASON.providerConfigUnknown } };
}
