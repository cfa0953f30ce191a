// Builds the provider that Terraform starts: one file, from the sources, so that no compile has to come before it.
// Usage: node scripts/bundle.mjs [--outfile FILE] [--metafile FILE]
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const packages = resolve(here, "../..");
const { values } = parseArgs({ options: { outfile: { type: "string" }, metafile: { type: "string" } } });
const outfile = resolve(values.outfile ?? join(here, "../dist/bundle/provider.cjs"));

const workspaceSources = {
  name: "workspace-sources",
  setup({ onResolve }) {
    onResolve({ filter: /^@palette-profiles\/[a-z-]+$/ }, ({ path }) => ({
      path: join(packages, path.slice("@palette-profiles/".length), "src/index.ts"),
    }));
  },
};

const { metafile } = await build({
  entryPoints: [join(here, "../src/main.ts")],
  outfile,
  bundle: true,
  minify: true,
  // Names of classes and functions stand in error messages.
  keepNames: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  legalComments: "linked",
  plugins: [workspaceSources],
  metafile: true,
  logLevel: "warning",
});
if (values.metafile !== undefined) writeFileSync(values.metafile, JSON.stringify(metafile));
