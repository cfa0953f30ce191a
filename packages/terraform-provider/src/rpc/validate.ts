import {
  type AnyValues,
  type Attributes,
  type Diagnostic,
  formatPath,
  writeOnlyPaths,
} from "@palette-profiles/resource-kit";
import { decodeValues } from "../values/dynamic-value";
import { nullElements } from "../values/null-elements";
import { wireDiagnostic } from "../values/wire-diagnostic";
import type { WireDiagnostic, WireDynamicValue } from "../wire/parts";
import type { Handler } from "./handler";
import { dataSourceOf, ephemeralOf, listOf, resourceOf } from "./lookup";

export const validateProviderConfig: Handler<"ValidateProviderConfig"> = ({ provider }, { config }) => ({
  diagnostics: validated(provider, config),
});

export const validateResourceConfig: Handler<"ValidateResourceConfig"> = (session, request) => {
  const resource = resourceOf(session, request.typeName);
  const diagnostics = validated(resource, request.config);
  if (request.clientCapabilities?.writeOnlyAttributesAllowed === true) return { diagnostics };
  const values = decodeValues(resource.attributes, request.config) ?? {};
  return { diagnostics: [...diagnostics, ...writeOnly(resource.attributes, values)] };
};

/** An older Terraform would store what must not be stored. */
function writeOnly(attributes: Attributes, values: AnyValues): WireDiagnostic[] {
  return writeOnlyPaths(attributes, values).map((path) =>
    wireDiagnostic(attributes, {
      severity: "error",
      code: "WriteOnlyNotSupported",
      summary: "This Terraform knows no write-only attributes",
      detail: `${formatPath(path)} is never stored, and this version of Terraform would store it. Use Terraform 1.11 or newer, or leave it out.`,
      path,
    }),
  );
}

export const validateDataResourceConfig: Handler<"ValidateDataResourceConfig"> = (session, { typeName, config }) => ({
  diagnostics: validated(dataSourceOf(session, typeName), config),
});

export const validateEphemeralResourceConfig: Handler<"ValidateEphemeralResourceConfig"> = (session, request) => ({
  diagnostics: validated(ephemeralOf(session, request.typeName), request.config),
});

export const validateListResourceConfig: Handler<"ValidateListResourceConfig"> = (session, request) => ({
  diagnostics: validated(listOf(session, request.typeName), request.config),
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
