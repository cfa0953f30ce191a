import type { PaletteVersion } from "./options";
import type { Limits } from "./seed";
import type { Db } from "./store/database";
import type { PackStore } from "./store/packs";
import type { UpgradeSeed } from "./system/system-profile-seed";
import type { Usage } from "./usage";

/** What the routes work on. */
export interface Backend {
  db: Db;
  packs: PackStore;
  usage: Usage;
  paletteVersion: PaletteVersion;
  limits: Limits;
  /** The seed's, and what `POST /__server/upgrade` makes of it. */
  systemProfile?: { uid: string; upgrade: UpgradeSeed | undefined };
}
