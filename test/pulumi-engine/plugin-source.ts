import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { Project } from "./project";
import type { PluginSource } from "./types";

/** Pulumi's own name for the host of dynamic providers. */
export const DYNAMIC = "pulumi-nodejs";

/**
 * Where a package's plugin is: given, a port in `PULUMI_DEBUG_PROVIDERS`, named in Pulumi.yaml, or on the PATH.
 * @throws where it is nowhere.
 */
export function pluginSource(
  name: string,
  it: {
    project: Project;
    given: Readonly<Record<string, PluginSource>>;
    env: Readonly<Record<string, string | undefined>>;
  },
): PluginSource {
  if (name === DYNAMIC) return dynamicHost(it.project);
  const given = it.given[name];
  if (given !== undefined) return given;
  const port = debugPort(name, it.env.PULUMI_DEBUG_PROVIDERS ?? "");
  if (port !== undefined) return { port };
  const binary = `pulumi-resource-${name}`;
  const named = it.project.plugins[name];
  const folders = named === undefined ? (it.env.PATH ?? process.env.PATH ?? "").split(delimiter) : [named];
  const found = folders.map((folder) => join(folder, binary)).find(existsSync);
  if (found !== undefined) return { command: found };
  throw new Error(
    named === undefined
      ? `There is no ${binary} on the PATH, and Pulumi.yaml names no plugin "${name}".`
      : `There is no ${binary} in ${named}, which Pulumi.yaml names.`,
  );
}

function dynamicHost(project: Project): PluginSource {
  const require = createRequire(join(project.directory, "package.json"));
  return { command: process.execPath, args: [require.resolve("@pulumi/pulumi/cmd/dynamic-provider")] };
}

/** `palette:4000,other:4001` */
function debugPort(name: string, text: string): number | undefined {
  const entry = text.split(",").find((each) => each.startsWith(`${name}:`));
  return entry === undefined ? undefined : Number(entry.slice(name.length + 1));
}
