// Writes test/pulumi/states/RELEASE: states as this release writes them, which every later one must read. Run once for each
// release, after a build (npx tsc -b && node packages/pulumi/scripts/bundle.mjs); commit the folder, and never change it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recordStates } from "../../../test/dist/pulumi/record-states.js";

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
await recordStates(join(import.meta.dirname, "../../../test/pulumi/states"), version);
