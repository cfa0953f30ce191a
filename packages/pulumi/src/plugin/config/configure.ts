import { DiagnosticError, hasErrors, hasUnknown } from "@palette-profiles/resource-kit";
import { type ConfigureRequest, ConfigureResponse } from "@pulumi/pulumi/proto/provider_pb";
import { throwRefused } from "../failure";
import type { Session } from "../session";
import { propertiesOf } from "../values/struct";
import { unsealed } from "../values/unsealed";
import { settingsOf } from "./settings";

/**
 * Takes the settings, and makes the backend when it is first needed. Calls nothing.
 * @throws {Refused} where they are wrong, or nothing can be done without one that is missing.
 */
export async function configure<C>(session: Session<C>, request: ConfigureRequest): Promise<ConfigureResponse> {
  const plugin = await session.plugin();
  const { values, diagnostics } = settingsOf(plugin, unsealed(propertiesOf(request.getArgs())).properties);
  if (hasErrors(diagnostics)) throwRefused(diagnostics);
  session.configurationUnknown = hasUnknown(values);
  const refusal = session.configurationUnknown ? undefined : plugin.refusal?.(values, session.environment);
  if (refusal !== undefined) {
    throw new DiagnosticError({ code: "MissingSetting", summary: "A setting is missing", detail: refusal });
  }
  session.configure(() => plugin.provider.configure(values, session.environment));
  const response = new ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  return response;
}
