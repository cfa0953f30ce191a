import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Project {
  name: string;
  root: string;
  /** Where the program runs: the root, or `main:` of Pulumi.yaml. */
  directory: string;
  /** Whether the SDK loads TypeScript for it; as with the real engine, unless `typescript: false` stands there. */
  typescript: boolean;
  /** The folders in which its plugins are, by the packages' names. */
  plugins: Record<string, string>;
}

/** Reads the lines of Pulumi.yaml that matter here: `name`, `runtime`, `main`, the runtime's option `typescript`, `plugins`. */
export function readProject(root: string): Project {
  const text = readFileSync(join(root, "Pulumi.yaml"), "utf8");
  const name = setting(text, "name");
  if (name === undefined) throw new Error(`${join(root, "Pulumi.yaml")} has no name.`);
  const runtime = setting(text, "runtime") ?? setting(text, "\\s+name");
  if (runtime !== "nodejs") throw new Error(`This engine runs the runtime nodejs only, not ${runtime}.`);
  return {
    name,
    root: resolve(root),
    directory: resolve(root, setting(text, "main") ?? "."),
    typescript: setting(text, "\\s+typescript") !== "false",
    plugins: pluginFolders(text, resolve(root)),
  };
}

/** Of `plugins: {providers: [{name, path}]}`, written in block style. */
function pluginFolders(text: string, root: string): Record<string, string> {
  const [, block = ""] = /^plugins:[ \t]*\n((?:[ \t].*\n?)*)/m.exec(text) ?? [];
  const entries = block.split(/^[ \t]*-[ \t]+/m).slice(1);
  const pairs = entries.map((entry) => [setting(entry, "[ \\t]*name"), setting(entry, "[ \\t]*path")]);
  return Object.fromEntries(pairs.flatMap(([name, path]) => (name && path ? [[name, resolve(root, path)]] : [])));
}

function setting(text: string, key: string): string | undefined {
  const value = new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*(#.*)?$`, "m").exec(text)?.[1];
  return value === undefined || value === "" ? undefined : value.replace(/^(["'])(.*)\1$/, "$2");
}
