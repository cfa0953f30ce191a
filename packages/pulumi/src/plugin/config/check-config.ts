import { type Diagnostic, hasErrors, isUnknown } from "@palette-profiles/resource-kit";
import { CheckFailure, type CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { errorSentences, warningSentences } from "../../runtime/told";
import { toWire } from "../../runtime/wire";
import type { Session } from "../session";
import { envelope } from "../values/secrets";
import { propertiesOf, structOf } from "../values/struct";
import { unsealed } from "../values/unsealed";
import { settingsOf } from "./settings";

/** Names, types and values of the provider's settings. Those that are secrets by the schema are so in the state. */
export async function checkConfig<C>(session: Session<C>, request: CheckRequest): Promise<CheckResponse> {
  const plugin = await session.plugin();
  const { properties } = unsealed(propertiesOf(request.getNews()));
  const { values, diagnostics: shape } = settingsOf(plugin, properties);
  const diagnostics = hasErrors(shape) ? shape : [...shape, ...validated(values)];
  for (const sentence of warningSentences(diagnostics)) await session.warnOnce(sentence, request.getUrn());
  const response = new CheckResponse();
  response.setFailuresList(
    errorSentences(diagnostics).map((reason) => {
      const failure = new CheckFailure();
      failure.setReason(reason);
      return failure;
    }),
  );
  const secret = new Set(
    Object.entries(plugin.settings)
      .filter(([name]) => plugin.provider.attributes[name]?.sensitive === true)
      .map(([, key]) => key),
  );
  const inputs = Object.entries(properties).map(([name, value]) => [name, secret.has(name) ? envelope(value) : value]);
  response.setInputs(structOf(toWire(Object.fromEntries(inputs))));
  return response;

  function validated(known: typeof values): Diagnostic[] {
    const found = plugin.provider.validate?.(known) ?? [];
    return found.map(({ path, ...told }) => {
      const [first] = path ?? [];
      const name = plugin.settings[String(first)];
      return { ...told, ...(name === undefined || isUnknown(name) ? {} : { path: [name] }) };
    });
  }
}
