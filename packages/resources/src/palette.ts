import type { At, PaletteClient, SystemCredentials } from "@palette-profiles/palette-api";
import { SYSTEM, TENANT } from "@palette-profiles/palette-api";
import type { Run } from "@palette-profiles/resource-kit";
import type { Lookups } from "./lookups";

/** What every resource works with: a client, what was looked up with it, and the project for resources that name none. */
export interface Palette {
  client: PaletteClient;
  lookups: Lookups;
  /** The provider's project, by name. */
  project: string;
  /** A system administrator's, as far as the provider was given any. */
  system?: SystemCredentials;
}

/** The scope of a resource's calls, from its own `context` and `project`: never from anything ambient. */
export async function scopeOf(
  it: { context?: string | undefined; project?: string | undefined },
  run: Run<Palette>,
): Promise<At> {
  if (it.context === "tenant") return { scope: TENANT, signal: run.signal };
  const uid = await run.context.lookups.projectUid(it.project ?? run.context.project, run.signal);
  return { scope: { kind: "project", uid }, signal: run.signal };
}

/** The scope of system profiles, for which calls need a system administrator. */
export function systemScope(run: Run<Palette>): At {
  return { scope: SYSTEM, signal: run.signal };
}
