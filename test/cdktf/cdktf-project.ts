import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { installMirror } from "@palette-profiles/terraform-provider";
import { pathWithTerraform } from "../terraform/binaries";

const REPOSITORY = resolve(__dirname, "../..");
const CDKTF = join(REPOSITORY, "test/node_modules/cdktf-cli/bundle/bin/cdktf");

export interface Ended {
  status: number | null;
  /** What it wrote, to both streams, without colours and with white space made one. */
  output: string;
}

/** A copy of a CDKTF example, the real CDKTF CLI, and a home folder with nothing in it. */
export interface CdktfProject {
  cdktf(...words: string[]): Promise<Ended>;
  /** Any other program, in the folder of the project unless told, with the same environment. */
  run(program: string, words: string[], folder?: string): Promise<Ended>;
  /** Replaces the only place of a text in a file. */
  edit(file: string, from: string, to: string): void;
  folder: string;
  remove(): void;
}

export function copyExample(name: string, server: RunningServer, more: Record<string, string> = {}): CdktfProject {
  const example = join(REPOSITORY, "examples", name);
  const root = mkdtempSync(join(tmpdir(), "palette-cdktf-"));
  const folder = join(root, "project");
  const home = join(root, "home");
  mkdirSync(home);
  const left = new Set(["node_modules", "cdktf.out", ".palette"]);
  cpSync(example, folder, {
    recursive: true,
    filter: (path) => !left.has(path.slice(example.length + 1)) && !/\.tfstate/.test(path),
  });
  symlinkSync(join(example, "node_modules"), join(folder, "node_modules"));
  const { cliConfig } = installMirror({ mirror: join(root, "mirror"), cliConfig: join(root, "terraform.tfrc") });
  const environment = {
    PATH: pathWithTerraform(root),
    HOME: home,
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    TF_CLI_CONFIG_FILE: cliConfig,
    // The CDKTF CLI would otherwise ask the public registry for the checksums of our provider.
    CDKTF_SKIP_PROVIDER_LOCK: "true",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    CI: "1",
    ...more,
  };
  const run: CdktfProject["run"] = (program, words, cwd = folder) =>
    new Promise((done, failed) => {
      const child = spawn(program, words, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
      const parts: Buffer[] = [];
      child.stdout.on("data", (part: Buffer) => parts.push(part));
      child.stderr.on("data", (part: Buffer) => parts.push(part));
      child.once("error", failed);
      child.once("close", (status) => done({ status, output: readable(Buffer.concat(parts).toString()) }));
    });
  return {
    folder,
    run,
    cdktf: (...words) => run(process.execPath, [CDKTF, ...words]),
    edit(file, from, to) {
      const path = join(folder, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}`);
      writeFileSync(path, parts.join(to));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The CDKTF CLI breaks lines by the width of a terminal that is not there. */
function readable(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return output.replace(/\u001b\[[0-9;]*m/g, "").replace(/\s+/g, " ");
}
