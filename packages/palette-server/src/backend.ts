import type { PaletteVersion } from "./options";
import type { Limits } from "./seed";
import type { Db } from "./store/database";
import type { PackStore } from "./store/packs";
import type { Usage } from "./usage";

/** What the routes work on. */
export interface Backend {
  db: Db;
  packs: PackStore;
  usage: Usage;
  paletteVersion: PaletteVersion;
  limits: Limits;
}
