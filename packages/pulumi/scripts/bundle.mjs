// Builds the plugin that Pulumi starts, as one file. Whoever starts it meanwhile gets the old one or the new one.
import { readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../../scripts/workspace-bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, "bin/pulumi-resource-palette.cjs");
const temporary = join(root, `bin/${process.pid}.cjs`);

try {
  await bundle(join(root, "src/plugin/main.ts"), temporary);
  for (const suffix of [".LEGAL.txt", ""]) renameSync(temporary + suffix, outfile + suffix);
  // What was compiled of an earlier one; see bin/pulumi-resource-palette.
  for (const name of readdirSync(dirname(outfile))) if (name.includes(".cache")) rmSync(join(dirname(outfile), name));
} finally {
  for (const suffix of [".LEGAL.txt", ""]) rmSync(temporary + suffix, { force: true });
}
