import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Setup } from "./runner";

const PROJECT = "name: tried\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";

/** A folder of its own for a program, and for what a runner keeps beside it. */
export interface ProgramFolder {
  root: string;
  program: string;
  write(setup: Setup): Promise<void>;
  remove(): Promise<void>;
}

export async function createProgramFolder(): Promise<ProgramFolder> {
  const root = await mkdtemp(join(tmpdir(), "palette-runner-"));
  const program = join(root, "program");
  const plugins = new Set<string>();
  await mkdir(program);
  await symlink(join(__dirname, "../node_modules"), join(program, "node_modules"));
  return {
    root,
    program,
    async write(setup) {
      for (const [name, command] of Object.entries(setup.plugins ?? {})) {
        plugins.add(name);
        await writePlugin(join(root, name), name, command);
      }
      const files = {
        "Pulumi.yaml": PROJECT + pluginsText(root, [...plugins]),
        "package.json": "{}",
        ...setup.files,
      };
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(program, name)), { recursive: true });
        await writeFile(join(program, name), text);
      }
    },
    remove: () => rm(root, { recursive: true }),
  };
}

/** Pulumi looks for an executable of this name in the folder that Pulumi.yaml names. */
async function writePlugin(folder: string, name: string, command: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `pulumi-resource-${name}`);
  const words = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await writeFile(file, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
  await chmod(file, 0o755);
}

function pluginsText(root: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const entries = names.map((name) => `    - name: ${name}\n      path: ${join(root, name)}\n`);
  return `plugins:\n  providers:\n${entries.join("")}`;
}
