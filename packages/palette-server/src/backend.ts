import type { Db } from "./store/database";
import type { PackStore } from "./store/packs";

/** What the routes work on. */
export interface Backend {
  db: Db;
  packs: PackStore;
}
