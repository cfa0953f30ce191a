// One file for what people start, from the workspace's sources, so that no compile has to come before it.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const packages = resolve(dirname(fileURLToPath(import.meta.url)), "../packages");

const workspaceSources = {
  name: "workspace-sources",
  setup({ onResolve }) {
    onResolve({ filter: /^@palette-profiles\/[a-z-]+$/ }, ({ path }) => ({
      path: join(packages, path.slice("@palette-profiles/".length), "src/index.ts"),
    }));
  },
};

/** Bundles `entry` into `outfile`; `options` go to esbuild. */
export function bundle(entry, outfile, options = {}) {
  return build({
    entryPoints: [entry],
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
    logLevel: "warning",
    ...options,
  });
}
