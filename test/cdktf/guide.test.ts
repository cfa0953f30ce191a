import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { mirrorOfficialProvider } from "../terraform/official-provider";
import { type CdktfProject, copyExample } from "./cdktf-project";
import { readmeCommands } from "./example-readme";
import { leftByTheOfficial } from "./left-by-the-official";

// docs/cdktf/from-spectrocloud-cluster-profile.md: its files are those of the example, and its commands are run in order,
// over what the official provider leaves behind.
const REPOSITORY = resolve(__dirname, "../..");
const EXAMPLE = join(REPOSITORY, "examples/cdktf-from-terraform");
const GUIDE = readFileSync(join(REPOSITORY, "docs/cdktf/from-spectrocloud-cluster-profile.md"), "utf8");

/** The blocks of a language in a text; those of whole files, which are named before, only where `file` names one. */
function blocks(language: string, text = GUIDE, file?: string): string[] {
  const found = text.matchAll(/(?:^`([\w./-]+)`[^\n]*:\n\n)?^```(\w+)\n(.*?)^```/gms);
  return [...found].flatMap(([, name, of, block = ""]) => (of === language && name === file ? [block] : []));
}

const fileOf = (file: string, language: string) => blocks(language, GUIDE, file).join("");
const STACK = "cdktf.out/stacks/platform/cdk.tf.json";
const example = (file: string) => readFileSync(join(EXAMPLE, file), "utf8");
const withoutEmptyLines = (text: string) => text.replace(/\n+/g, "\n");
const step = (title: string) => GUIDE.split(/^## /m).find((section) => section.startsWith(title)) ?? "";

test("The blocks of the guide are the files of the example, before and after", () => {
  const after = blocks("ts", step("3. The program")).join("");
  const before = blocks("hcl", step("3. The program")).join("");
  expect(withoutEmptyLines(after)).toBe(withoutEmptyLines(example("main.ts")));
  expect(withoutEmptyLines(before)).toBe(withoutEmptyLines(example("before/main.tf")));
  expect(fileOf("observability.ts", "ts")).toBe(example("observability.ts"));
  const module = "modules/observability/main.tf";
  expect(fileOf(module, "hcl")).toBe(example(`before/${module}`));
  expect(fileOf("cdktf.json", "json")).toBe(example("cdktf.json"));
  expect(fileOf("tsconfig.json", "json")).toBe(example("tsconfig.json"));
  expect(example("values/argo-cd.yaml")).toBe(example("before/values/argo-cd.yaml"));
});

describe("The guide", () => {
  let server: RunningServer;
  let backend: Backend;
  let project: CdktfProject;
  let environment = "";

  beforeAll(async () => {
    server = await startServer({ seed: join(EXAMPLE, "seed.yaml") });
    backend = await backendOf(server);
    project = copyExample("cdktf-from-terraform", server);
    // The reader has the folder before, and one with nothing in it.
    for (const name of readdirSync(project.folder)) {
      if (name !== "before" && name !== "node_modules") rmSync(join(project.folder, name), { recursive: true });
    }
    const before = join(project.folder, "before");
    writeFileSync(join(before, "terraform.tfstate"), await leftByTheOfficial(server, before));
    await project.run("terraform", ["get"], before);
  });

  afterAll(async () => {
    project?.remove();
    await server?.close();
  });

  jest.setTimeout(60_000);

  /** Runs a command of the guide, and gives what it wrote; what it exports stays, as in the shell of its reader. */
  async function run(command: string): Promise<string> {
    const exports = command.split("\n").filter((line) => line.startsWith("export "));
    const { status, output } = await project.run("sh", ["-euc", `${HERE}\n${environment}\n${command}`]);
    if (status !== 0) throw new Error(`${command}: ${output}`);
    environment += exports.join("\n");
    return output;
  }

  /** Runs the commands of a step, and looks for what the guide says that one sees. */
  async function follow(title: string): Promise<void> {
    const [command = "", ...more] = blocks("sh", step(title));
    expect([title, command, more]).toEqual([title, expect.stringMatching(/\S/), []]);
    const output = await run(command);
    for (const line of blocks("text", step(title)).join("").split("\n")) expect(output).toContain(line);
  }

  test("makes a project, whose provider Terraform finds", async () => {
    for (const file of ["cdktf.json", "tsconfig.json"]) writeFileSync(join(project.folder, file), fileOf(file, "json"));
    await follow("1. A project");
    const cliConfig = join(project.folder, ".palette/terraform.tfrc");
    const [executable = ""] = readdirSync(join(project.folder, ".palette/mirror"), {
      recursive: true,
      encoding: "utf8",
    }).filter((path) => /terraform-provider-palette_v/.test(path));
    mirrorOfficialProvider({ executable: join(project.folder, ".palette/mirror", executable), cliConfig });
  });

  test("brings over what the state has of profiles, and nothing else", async () => {
    const state = join(project.folder, "before/terraform.tfstate");
    const before = readFileSync(state, "utf8");
    for (const command of blocks("sh", step("2. The state"))) await run(command);
    expect(readFileSync(state, "utf8")).toBe(before);
    const copy = readFileSync(join(project.folder, "terraform.platform.tfstate"), "utf8");
    const { resources } = JSON.parse(copy) as { resources: { name: string }[] };
    expect(resources.map(({ name }) => name).sort()).toEqual(["add_ons", "aws_infra", "metrics", "team"]);
  });

  test("has a program whose types are right", async () => {
    writeFileSync(join(project.folder, "main.ts"), blocks("ts", step("3. The program")).join("\n"));
    writeFileSync(join(project.folder, "observability.ts"), fileOf("observability.ts", "ts"));
    const checked = await project.run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "."]);
    expect(checked).toEqual({ status: 0, output: "" });
  });

  test("has the same program over the official provider, where only the language changes", async () => {
    const [provider = ""] = blocks("ts", step("In two steps"));
    const program = readFileSync(join(project.folder, "main.ts"), "utf8").replace(
      /^new PaletteProvider.*\n/m,
      provider,
    );
    expect(program).toContain(provider);
    writeFileSync(join(project.folder, "today.ts"), program);
    const ran = await project.run(process.execPath, ["--import", "tsx", "today.ts"]);
    expect(ran).toMatchObject({ status: 0 });
    rmSync(join(project.folder, "today.ts"));
    const { resource, moved } = JSON.parse(readFileSync(join(project.folder, STACK), "utf8"));
    expect(Object.keys(resource)).toEqual(["spectrocloud_cluster_profile"]);
    expect(moved).toContainEqual({
      from: 'spectrocloud_cluster_profile.team["payments"]',
      to: "spectrocloud_cluster_profile.team-payments",
    });
  });

  test("brings the copy into a backend, where the stack has one", async () => {
    const [backendOfTheGuide = ""] = blocks("ts", step("A remote backend"));
    expect(backendOfTheGuide).toMatch(/^new S3Backend\(stack, /);
    const program = readFileSync(join(project.folder, "main.ts"), "utf8");
    const [remote, out] = [join(project.folder, "remote.tfstate"), join(project.folder, "cdktf.out")];
    const other = `new LocalBackend(stack, { path: ${JSON.stringify(remote)} });`;
    const withBackend = program.replace("{ App,", "{ App, LocalBackend,").replace("const registry", `${other}\n$&`);
    writeFileSync(join(project.folder, "main.ts"), withBackend);
    for (const command of blocks("sh", step("A remote backend"))) await run(command);
    const [copied, copy] = [remote, join(project.folder, "terraform.platform.tfstate")].map(
      (file) => JSON.parse(readFileSync(file, "utf8")).resources,
    );
    expect(copied).toHaveLength(4);
    expect(copied).toEqual(copy);
    writeFileSync(join(project.folder, "main.ts"), program);
    rmSync(out, { recursive: true });
  });

  test("plans first that every profile has moved, and no change", async () => {
    await follow("4. The first plan");
  });

  test("deploys without writing to Palette", async () => {
    const before = await backend.profiles();
    await backend.forget();
    await follow("5. The first deploy");
    expect((await backend.calls()).filter((call) => !call.startsWith("GET "))).toEqual([]);
    expect(await backend.profiles()).toEqual(before);
  });

  test("cleans up what was before, and has nothing left to change", async () => {
    await follow("6. What to clean up");
    expect(readFileSync(join(project.folder, "main.ts"), "utf8")).not.toContain("movedFrom");
  });
});

test("The commands of the example's README make the profiles where there is none to move, and destroy them", async () => {
  const server = await startServer({ seed: join(EXAMPLE, "seed.yaml") });
  const project = copyExample("cdktf-from-terraform", server, {}, "cdktn");
  try {
    const told: string[] = [];
    for (const words of readmeCommands("cdktf-from-terraform")) told.push((await project.cdktf(...words)).output);
    const counts = [
      "Plan: 5 to add, 0 to change, 0 to destroy",
      "No changes.",
      "Plan: 0 to add, 0 to change, 5 to destroy",
    ];
    expect(told).toEqual(counts.map((count) => expect.stringContaining(count)));
    expect(await (await backendOf(server)).profiles()).toEqual([]);
  } finally {
    project.remove();
    await server.close();
  }
}, 60_000);

/** The packages of the reader are those of this repository: npm would ask a registry, and npx takes its time. */
const HERE = `
npm() { for name; do case "$name" in -* | install) ;; *) ls -d "node_modules/\${name%@[0-9]*}" ;; esac; done; }
npx() { program=$1; shift; "node_modules/.bin/$program" "$@"; }
`;
