import { DiagnosticError, hasUnknown, leaves, toDiagnostic } from "@palette-profiles/resource-kit";
import { decodeValues } from "../values/dynamic-value";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { Handler } from "./handler";

export const configureProvider: Handler<"ConfigureProvider"> = (session, request) => {
  const { provider, environment } = session;
  const config = decodeValues(provider.attributes, request.config) ?? {};
  // A process that serves several runs, as one under a debugger does, may have been stopped in an earlier one.
  session.stop = new AbortController();
  session.stopWrites = new AbortController();
  session.configurationUnknown = hasUnknown(config);
  if (session.configurationUnknown) {
    const names = [...leaves(provider.attributes, config)]
      .filter(({ value }) => hasUnknown(value))
      .map(({ path }) => path);
    session.context = () => {
      throw new DiagnosticError({
        code: "ConfigurationUnknown",
        summary: "The provider's configuration is not known yet",
        detail: `${names.join(", ")} of provider "${provider.name}" is known only after an apply. Apply what gives it first, with -target, or give it by other means.`,
      });
    };
    return {};
  }
  try {
    const context = provider.configure(config, environment);
    session.context = () => context;
    return {};
  } catch (error) {
    session.context = () => {
      throw error;
    };
    return { diagnostics: [wireDiagnostic(provider.attributes, toDiagnostic(error))] };
  }
};

export const stopProvider: Handler<"StopProvider"> = ({ stop, stopWrites, grace }) => {
  const reason = new Error("Terraform was told to stop");
  stop.abort(reason);
  setTimeout(() => stopWrites.abort(reason), grace).unref();
  return {};
};
