import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { yamlValue } from "@palette-profiles/profiles";
import { createEngine, type OperationResult, Session } from "../pulumi-engine";
import { backendOf } from "../scenarios/backend";

// examples/pulumi-typescript: every command of its README, in the order in which they stand there.
const EXAMPLE = resolve(__dirname, "../../examples/pulumi-typescript");
const COMMANDS = [...readFileSync(join(EXAMPLE, "README.md"), "utf8").matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(
  ([, block = ""]) => block.trim().split("\n"),
);
const pulumiOnPath = spawnSync("pulumi", ["version"]).status === 0;

let root: string;
let program: string;
let server: RunningServer;
const session = new Session();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "palette-typescript-example-"));
  program = join(root, "program");
  const own = (path: string) => !/\/(?:node_modules|bin|\.palette)$/.test(path);
  cpSync(EXAMPLE, program, { recursive: true, filter: own });
  symlinkSync(join(EXAMPLE, "node_modules"), join(program, "node_modules"));
  mkdirSync(join(root, "backend"));
});
afterAll(async () => {
  await session.close();
  rmSync(root, { recursive: true, force: true });
});

jest.setTimeout(120_000);

/** A command as a shell runs it. */
function shell(command: string): Promise<string> {
  const env = {
    ...process.env,
    PATH: [join(EXAMPLE, "node_modules/.bin"), process.env.PATH].join(delimiter),
    PULUMI_HOME: join(root, "home"),
    PULUMI_BACKEND_URL: `file://${join(root, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_SKIP_CONFIRMATIONS: "true",
  };
  return new Promise((done, fail) => {
    execFile("bash", ["-c", command], { cwd: program, env }, (error, out, err) =>
      error === null ? done(out + err) : fail(new Error(`${command}: ${error.message}\n${out}`)),
    );
  });
}

/** What the `pulumi` command would do, done by the test engine. */
async function engine(command: string): Promise<string> {
  const words = command.replace("palette-profiles run -- ", "").split(" ");
  const stack = words.at(-1)!;
  const file = join(program, `Pulumi.${stack}.yaml`);
  if (words[1] === "stack") return "";
  if (words[1] === "config") {
    const [, , , key, value] = words;
    writeFileSync(file, readFileSync(file, "utf8").replace(new RegExp(`(:${key}: ).*`), `$1${value}`));
    return "";
  }
  const { config } = yamlValue(readFileSync(file, "utf8")) as { config: Record<string, string> };
  const run = createEngine({
    program,
    stack,
    state: join(root, `${stack}.json`),
    config,
    session,
    env: {
      SPECTROCLOUD_HOST: server.url,
      SPECTROCLOUD_APIKEY: server.apiKey,
      SPECTROCLOUD_PROJECT: server.project,
      // Types are checked with the program's own tests.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    },
  });
  const result: OperationResult = await run[words[1] as "up" | "preview"]();
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${command}: ${errors.map(({ message }) => message).join("\n")}`);
  return JSON.stringify(result.steps);
}

test("the README's commands do what it says: three profiles for each stage, and a promotion by version", async () => {
  if (!pulumiOnPath) server = await startServer();
  const commands = COMMANDS.filter((it) => it.includes("pulumi "));
  expect(commands).toHaveLength(7);
  const told = new Map<string, string>();
  for (const command of commands) told.set(command, await (pulumiOnPath ? shell : engine)(command));
  const preview = told.get("palette-profiles run -- pulumi preview --diff --stack production");
  for (const change of ["1.1.0", "1.31.5", "7.8.2"]) expect(preview).toContain(change);
  if (pulumiOnPath) server = await startServer({ data: join(program, ".palette/palette.db") });

  const held = await (await backendOf(server)).profiles();
  await server.close();
  const versions = held.map(({ metadata, spec }) => `${metadata?.name} ${spec?.published?.profileVersion}`);
  expect(versions.sort()).toEqual(
    ["delivery", "infra", "security"]
      .flatMap((name) => [`production-${name} 1.0.0`, `production-${name} 1.1.0`, `staging-${name} 1.1.0`])
      .sort(),
  );
});

test("its own tests pass, and it and the guides' programs compile under the strict settings that it comes with", async () => {
  expect(COMMANDS).toContain("npm test");
  for (const guide of ["components", "typed-values", "testing"]) {
    const text = readFileSync(resolve(__dirname, `../../docs/pulumi/${guide}.md`), "utf8");
    const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block);
    expect(blocks).not.toEqual([]);
    writeFileSync(join(program, `guide-${guide}.ts`), blocks.join("\n"));
  }
  const output = await shell("npm test");
  expect(output).toContain("# fail 0");
  expect(output).toContain("# pass 4");
});

test("its types are those that the command writes", async () => {
  expect(COMMANDS).toContain("npm run types");
  rmSync(join(program, "generated"), { recursive: true });
  await shell("npm run types");
  const written = (folder: string) => readFileSync(join(folder, "generated/argo-cd.d.ts"), "utf8");
  expect(written(program)).toBe(written(EXAMPLE));
});
