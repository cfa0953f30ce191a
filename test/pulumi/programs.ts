import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { createEngine, type Engine, type EngineOptions } from "../pulumi-engine";
import { exportsOf } from "./exports-of";

export interface Workplace {
  /** An engine for a program of these files; all share one state. */
  engine(files: Readonly<Record<string, string>>, more?: Partial<EngineOptions>): Promise<Engine>;
  /** The state's file. */
  state: string;
  close(): Promise<void>;
}

/** A folder in which programs are written and run against the server. */
export async function openWorkplace(server: RunningServer): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "palette-programs-"));
  const program = join(folder, "program");
  await mkdir(program);
  await symlink(join(__dirname, "../node_modules"), join(program, "node_modules"));
  await writeFile(
    join(program, "Pulumi.yaml"),
    "name: tried\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  const state = join(folder, "state.json");
  return {
    state,
    async engine(files, more) {
      for (const [name, text] of Object.entries({ "package.json": "{}", ...files })) {
        await writeFile(join(program, name), text);
      }
      const env = {
        SPECTROCLOUD_HOST: server.url,
        SPECTROCLOUD_APIKEY: server.apiKey,
        SPECTROCLOUD_PROJECT: server.project,
        ...more?.env,
      };
      // A program of one file runs here, which is a second quicker than in a process of its own.
      const [code, ...others] = Object.values(files);
      const inline = others.length === 0 && code !== undefined ? { inline: () => exportsOf(code) } : {};
      return createEngine({ program, state, passphrase: "test", ...inline, ...more, env });
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** A CommonJS program with one profile of a class, called "it". */
export function oneProfile(
  args: object,
  exports = "exports.uid = it.uid;",
  of: "ClusterProfile" | "AppProfile" | "SystemProfile" = "ClusterProfile",
): Record<string, string> {
  return {
    "index.js": `const { ${of} } = require("@palette-profiles/pulumi");
const it = new ${of}("it", ${JSON.stringify(args)});
${exports}`,
  };
}
