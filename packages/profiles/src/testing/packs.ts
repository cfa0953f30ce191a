import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const PACKS = path.resolve(__dirname, "../../../../../shared/palette/packs");

/** The values of real packs: name and path of each file. One small text of our own where the packs are not at hand. */
export function packTexts(): [string, string][] {
  if (!existsSync(PACKS)) return [["a sample", path.resolve(__dirname, "sample-values.yaml")]];
  return readdirSync(PACKS)
    .map((pack): [string, string] => [pack, path.join(PACKS, pack, "values.yaml")])
    .filter(([, file]) => existsSync(file) && statSync(file).size > 0);
}

/** How often a law is tried on a text: fewer times on a longer one, which takes longer and has more in it; `most` up to 10 KB. */
export function runsOn(text: string, most: number): number {
  return Math.max(1, Math.min(most, Math.floor((most * 10_000) / text.length)));
}
