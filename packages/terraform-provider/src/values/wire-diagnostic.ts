import type { Attributes, Diagnostic } from "@palette-profiles/resource-kit";
import { SEVERITY, type WireDiagnostic } from "../wire/parts";
import { wirePath } from "./wire-path";

/** A diagnostic as Terraform shows it, at the line of the attribute that it concerns. */
export function wireDiagnostic(
  attributes: Attributes,
  { severity, summary, detail, path }: Diagnostic,
): WireDiagnostic {
  return {
    severity: SEVERITY[severity],
    summary,
    detail,
    ...(path !== undefined && path.length > 0 && { attribute: wirePath(attributes, path) }),
  };
}
