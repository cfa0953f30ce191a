import type { AnyValues, Attributes, Diagnostic } from "@palette-profiles/resource-kit";
import { decodeValues } from "../values/dynamic-value";
import { nullElements } from "../values/null-elements";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { WireDiagnostic, WireDynamicValue } from "../wire/tfplugin6";
import type { Handler } from "./handler";
import { dataSourceOf, resourceOf } from "./lookup";

export const validateProviderConfig: Handler<"ValidateProviderConfig"> = ({ provider }, { config }) => ({
  diagnostics: validated(provider, config),
});

export const validateResourceConfig: Handler<"ValidateResourceConfig"> = (session, { typeName, config }) => ({
  diagnostics: validated(resourceOf(session, typeName), config),
});

export const validateDataResourceConfig: Handler<"ValidateDataResourceConfig"> = (session, { typeName, config }) => ({
  diagnostics: validated(dataSourceOf(session, typeName), config),
});

/** What can be told from the configuration alone; Terraform asks several times, with more and more values known. */
function validated(
  it: { attributes: Attributes; validate?(config: AnyValues): Diagnostic[] },
  config: WireDynamicValue | undefined,
): WireDiagnostic[] {
  const values = decodeValues(it.attributes, config) ?? {};
  const nulls = nullElements(it.attributes, values);
  const found = nulls.length > 0 ? nulls : (it.validate?.(values) ?? []);
  return found.map((each) => wireDiagnostic(it.attributes, each));
}
