import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { installMirror } from "@palette-profiles/terraform-provider";
import { pathWithTerraform } from "../terraform/binaries";

const REPOSITORY = resolve(__dirname, "../..");
const INSTALLED = join(REPOSITORY, "test/node_modules");

/** CDKTF, which is archived, and its living fork. */
export const LIBRARIES = ["cdktf", "cdktn"] as const;
export type Library = (typeof LIBRARIES)[number];

const COMMANDS: Record<Library, string> = {
  cdktf: join(INSTALLED, "cdktf-cli/bundle/bin/cdktf"),
  cdktn: join(INSTALLED, "cdktn-cli/bin/cdktn"),
};

export interface Ended {
  status: number | null;
  /** What it wrote, to both streams, without colours and with white space made one. */
  output: string;
}

/** A copy of an example, the real CLI of its library, and a home folder with nothing in it. */
export interface CdktfProject {
  /** `cdktf` or `cdktn`, as the project is. */
  cdktf(...words: string[]): Promise<Ended>;
  /** Any other program, in the folder of the project unless told, with the same environment. */
  run(program: string, words: string[], folder?: string): Promise<Ended>;
  /** Replaces the only place of a text in a file. */
  edit(file: string, from: string, to: string): void;
  /** Writes a program, which imports cdktf, for the library that the project has. */
  write(file: string, program: string): void;
  /** From here on the project is one of CDK Terrain, in the same folder with the same state. */
  turnToCdktn(): void;
  folder: string;
  remove(): void;
}

/** @param more environment variables, besides those that tell the provider where the server is */
export function copyExample(
  name: string,
  server: RunningServer,
  more: Record<string, string> = {},
  library: Library = "cdktf",
): CdktfProject {
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
  symlinkSync(INSTALLED, join(folder, "node_modules"));
  const write: CdktfProject["write"] = (file, program) =>
    writeFileSync(join(folder, file), library === "cdktf" ? program : forCdktn(program));
  const rewrite = () => {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (/\.ts$/.test(file) && !/^node_modules/.test(file)) write(file, readFileSync(join(folder, file), "utf8"));
    }
  };
  rewrite();
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
    cdktf: (...words) => run(library === "cdktf" ? process.execPath : nodeForCdktn(), [COMMANDS[library], ...words]),
    write,
    turnToCdktn() {
      library = "cdktn";
      rewrite();
    },
    edit(file, from, to) {
      const path = join(folder, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}`);
      writeFileSync(path, parts.join(to));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The CDK Terrain CLI needs Node 22.19. Where the tests run on an older one, another is installed beside them. */
function nodeForCdktn(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const installed = join(REPOSITORY, "test/node-22/node_modules", name, "bin/node");
  if (existsSync(installed)) return installed;
  throw new Error(`No ${name} is installed in test/node-22: run the tests with Node 22.19 or newer`);
}

/** All that a program has to change to go from CDKTF to CDK Terrain: the names that it imports. */
function forCdktn(program: string): string {
  return program.replace(/from "(@palette-profiles\/)?cdktf"/g, 'from "$1cdktn"');
}

/** The CDKTF CLI breaks lines by the width of a terminal that is not there. */
function readable(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return output.replace(/\u001b\[[0-9;]*m/g, "").replace(/\s+/g, " ");
}
