import { existsSync } from "node:fs";
import { join } from "node:path";

/** What lies beside the bundled program. From the sources, the packages' own defaults are used. */
function beside(name: string): string | undefined {
  const path = join(__dirname, name);
  return existsSync(path) ? path : undefined;
}

/** The Terraform provider, as one file. */
export const providerBundle = (): string | undefined => beside("provider.cjs");

/** The server's built-in packs. */
export const catalogDir = (): string | undefined => beside("catalog");
