// Builds `palette-profiles` and puts beside it what it hands out: the Terraform provider (built before) and the
// server's packs.
import { cpSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../../scripts/workspace-bundle.mjs";

const cli = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const packages = resolve(cli, "..");
const out = join(cli, "dist/bundle");

// SQLite is a native module: it is installed, not bundled.
await bundle(join(cli, "src/main.ts"), join(out, "cli.cjs"), { external: ["better-sqlite3"] });
cpSync(join(packages, "terraform-provider/dist/bundle/provider.cjs"), join(out, "provider.cjs"));
rmSync(join(out, "catalog"), { recursive: true, force: true });
cpSync(join(packages, "palette-server/catalog"), join(out, "catalog"), { recursive: true });
