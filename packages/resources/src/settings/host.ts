import { DiagnosticError } from "@palette-profiles/resource-kit";

/**
 * Palette's host, checked before it is used.
 * @throws {DiagnosticError} `InvalidSetting`, where it is no host and no URL.
 */
export function hostOf(host = "api.spectrocloud.com"): string {
  if (URL.canParse(/^https?:\/\//i.test(host) ? host : `https://${host}`)) return host;
  throw new DiagnosticError({
    code: "InvalidSetting",
    path: ["host"],
    summary: "Not a host",
    detail: `host (or SPECTROCLOUD_HOST) is ${JSON.stringify(host)}. Write a name such as api.spectrocloud.com, or a URL.`,
  });
}
