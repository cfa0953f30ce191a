import type { PaletteClient } from "@palette-profiles/palette-api";
import { DiagnosticError, s } from "@palette-profiles/resource-kit";

/** The part of an identity that says which Palette it is. */
export const hostAttribute = s.string({
  description: "Palette's host, such as `api.spectrocloud.com`. Default: the provider's.",
  optional: true,
});

/** The host of a client's URL, with its port where that is not the usual one. */
export function hostOf({ url }: Pick<PaletteClient, "url">): string {
  return new URL(url).host;
}

/** @throws {DiagnosticError} `OtherHost`, where an identity is of a Palette that the provider does not talk to. */
export function requireHost(host: unknown, client: Pick<PaletteClient, "url">): void {
  if (host === undefined || host === "" || host === hostOf(client)) return;
  throw new DiagnosticError({
    code: "OtherHost",
    path: ["host"],
    summary: "The identity is of another Palette",
    detail: `The identity has host = "${String(host)}", but the provider talks to "${hostOf(client)}". Leave host out, or configure the provider for "${String(host)}".`,
  });
}
