import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Project {
  name: string;
  root: string;
  /** Where the program runs: the root, or `main:` of Pulumi.yaml. */
  directory: string;
  /** Whether the SDK loads TypeScript for it; as with the real engine, unless `typescript: false` stands there. */
  typescript: boolean;
}

/** Reads the lines of Pulumi.yaml that matter here: `name`, `runtime`, `main`, and the runtime's option `typescript`. */
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
  };
}

function setting(text: string, key: string): string | undefined {
  const value = new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*(#.*)?$`, "m").exec(text)?.[1];
  return value === undefined || value === "" ? undefined : value.replace(/^(["'])(.*)\1$/, "$2");
}
