import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathWithTerraform } from "./binaries";

// The story that examples/terraform-system-profile/README.md tells: every command in it, in order, in the shell that it opens.
const REPOSITORY = resolve(__dirname, "../..");
const EXAMPLE = join(REPOSITORY, "examples/terraform-system-profile");
const CLI = join(REPOSITORY, "packages/cli/bin/palette-profiles.cjs");

let root: string;
let folder: string;
let shell: ChildProcess;
let heard = "";

/** The commands of the README by the heading that they stand under, block by block. */
const blocks = readFileSync(join(EXAMPLE, "README.md"), "utf8")
  .split(/^## /m)
  .flatMap((part) => {
    const title = part.split("\n", 1)[0]!;
    return [...part.matchAll(/```sh\n(.*?)```/gs)].map(([, commands]) => ({
      title,
      commands: commands!.trim().split("\n"),
    }));
  });
const [opening, ...story] = blocks;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "palette-example-"));
  folder = join(root, "example");
  const left = ["node_modules", ".palette", ".terraform", "backup"];
  cpSync(EXAMPLE, folder, {
    recursive: true,
    filter: (path) => !left.includes(path.slice(EXAMPLE.length + 1)) && !/\.tfstate|\.terraform/.test(path),
  });
  symlinkSync(join(EXAMPLE, "node_modules"), join(folder, "node_modules"));
});
afterAll(async () => {
  if (shell !== undefined && shell.exitCode === null) {
    const ended = new Promise((done) => shell.once("close", done));
    shell.stdin?.end("exit\n");
    await ended;
  }
  rmSync(root, { recursive: true, force: true });
});

jest.setTimeout(120_000);

test("the README opens a shell with a Palette in it", async () => {
  const [npx, program, ...words] = opening!.commands[0]!.split(" ");
  expect([npx, program]).toEqual(["npx", "palette-profiles"]);
  shell = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: {
      // npx does so too.
      PATH: [join(folder, "node_modules/.bin"), pathWithTerraform(root)].join(delimiter),
      HOME: root,
      CHECKPOINT_DISABLE: "1",
      PALETTE_ORACLE: "1",
      TF_CLI_ARGS: "-no-color",
      // What a person answers.
      TF_CLI_ARGS_apply: "-auto-approve",
      TF_CLI_ARGS_destroy: "-auto-approve",
    },
  });
  for (const stream of [shell.stdout, shell.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
    });
  }
  expect(await ran("echo $SPECTROCLOUD_SYSTEM_EMAIL")).toEqual({ status: 0, said: "admin@example.com" });
});

/** What each block says, command by command, and the status where it is not 0. */
const EXPECTED: Record<string, [words: string[], status?: number][][]> = {
  Look: [[[[]], [["kubernetes 1.31.5", 'pod_cidr = "192.168.0.0/16"', "0 added, 0 changed, 0 destroyed"]]]],
  Adopt: [
    [
      [[]],
      [["Import successful!"]],
      [["would change at", "pack.podCIDR", "pack.serviceClusterIpRange", "kubelet.maxPods", "allow_update = true"], 1],
    ],
  ],
  Change: [
    [[[]], [["0 to add, 1 to change", "all nodes of the Enterprise cluster are reconciled", "consoles lock"]]],
    [[["0 added, 1 changed"]], [["No changes."]], [["podCIDR", "192.168.0.0/16", "csi-aws-ebs"]]],
  ],
  "Palette upgrades": [
    [
      [["updated kubernetes 1.32.1"]],
      [["kubeadmconfig.kubelet.maxPods", "it was 110", "150 now", "here it is 200", "overwrite"], 1],
    ],
    [
      [[]],
      [["0 to add, 1 to change", "+ podCIDR: 10.100.0.0/16", "+ maxPods: 200", "VersionTLS13"]],
      [[]],
      [["3 changes", "kubernetes > pack.podCIDR: 192.168.0.0/16 -> 10.100.0.0/16", "maxPods: 150 -> 200"]],
    ],
    [[["0 added, 1 changed"]], [["No changes."]]],
  ],
  "The way back": [[[["is back as it was: kubernetes"]], [["- maxPods: 150", "+ maxPods: 200"]]]],
  "Let go": [[[["1 destroyed"]], [["kubernetes 1.32.1", 'pod_cidr = "192.168.0.0/16"']]]],
};

test("every block of commands is in the story", () => {
  const told = Object.entries(EXPECTED).flatMap(([title, parts]) => parts.map((part) => [title, part.length]));
  expect(story.map(({ title, commands }) => [title, commands.length])).toEqual(told);
});

test.each(Object.entries(EXPECTED))("%s: the commands do what the README says", async (title, parts) => {
  const commands = story.filter((block) => block.title === title).flatMap((block) => block.commands);
  for (const [index, [words, status = 0]] of parts.flat().entries()) {
    const result = await ran(commands[index]!);
    expect([commands[index], result.status, result.said]).toEqual([commands[index], status, expect.any(String)]);
    for (const word of words) expect(result.said).toContain(word);
    expect(result.said).not.toContain("not-a-secret-here");
  }
});

test("the backup of each update is there, and the way forth again", () => {
  expect(readdirSync(join(folder, "backup")).sort()).toEqual([
    "enterprise-cluster.yaml",
    "enterprise-cluster.yaml.1",
    "enterprise-cluster.yaml.replaced",
  ]);
});

/** Runs a command in the shell. What it says comes with white space made one, since Terraform breaks lines. */
async function ran(command: string): Promise<{ status: number; said: string }> {
  heard = "";
  shell.stdin?.write(`${command}\necho "ended with $?" "and no more"\n`);
  for (;;) {
    const found = /ended with (\d+) and no more\n/.exec(heard);
    if (found !== null) {
      return { status: Number(found[1]), said: heard.slice(0, found.index).replace(/\s+/g, " ").trim() };
    }
    if (shell.exitCode !== null) throw new Error(`the shell ended with ${shell.exitCode}:\n${heard}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
