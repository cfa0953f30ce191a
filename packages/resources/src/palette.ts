import type { PaletteClient } from "@palette-profiles/palette-api";

/** What every resource works with: a client, and the project for resources that name none. */
export interface Palette {
  client: PaletteClient;
  /** The provider's project, by name. */
  project: string;
}
