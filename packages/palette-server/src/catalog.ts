import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PackSource, readPackFolder } from "./pack-folder";

/** The folder of the built-in packs: as told, else beside the package's code, else beside a bundle of it. */
export function findCatalog(told?: string): string {
  const candidates = told ? [told] : [join(__dirname, "../catalog"), join(__dirname, "catalog")];
  const found = candidates.find((folder) => existsSync(folder));
  if (!found) throw new Error(`The folder of the built-in packs is not at ${candidates.join(" nor at ")}`);
  return found;
}

/** Reads every pack of a folder; the folder may also be one pack itself. */
export function loadPacks(folder: string): PackSource[] {
  const root = resolve(folder);
  if (!existsSync(root)) throw new Error(`The folder of packs does not exist: ${root}`);
  if (isPack(root)) return [readPackFolder(root)];
  const packs = readdirSync(root, { withFileTypes: true })
    .filter((entry) => !entry.isFile() && isPack(join(root, entry.name)))
    .map((entry) => readPackFolder(join(root, entry.name)));
  if (packs.length === 0) throw new Error(`No pack is in ${root}: a pack is a folder with a pack.json`);
  return packs;
}

function isPack(folder: string): boolean {
  return existsSync(join(folder, "pack.json"));
}
