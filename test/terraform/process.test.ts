import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { startServer } from "@palette-profiles/palette-server";
import { builtBundle, installedProvider } from "./built-provider";
import { startProvider } from "./running-provider";
import { createProject, ended, serverEnvironment } from "./terraform";

const MAGIC = { TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2" };
const temporary = mkdtempSync(join(tmpdir(), "palette-process-"));
const environment = { PATH: process.env.PATH, TMPDIR: temporary, PLUGIN_PROTOCOL_VERSIONS: "5,6" };
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function start(words: string[] = [], more: Record<string, string> = MAGIC): ChildProcess {
  return spawn(process.execPath, [builtBundle(), ...words], { env: { ...environment, ...more } });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  return line;
}

test("started by hand, it says what it is, on stderr, and fails", async () => {
  const { status, stdout, stderr } = await ended(start([], {}));
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("Terraform starts it");
});

test("it shakes hands in one line, ignores an interrupt, and leaves no files behind", async () => {
  const child = start();
  const [core, protocol, network, socket, kind, certificate] = (await firstLine(child)).split("|");
  expect([core, protocol, network, kind, certificate]).toEqual(["1", "6", "unix", "grpc", ""]);
  expect(existsSync(socket!)).toBe(true);
  child.kill("SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(child.exitCode).toBeNull();
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(existsSync(dirname(socket!))).toBe(false);
});

test("it leaves when the process that started it is killed", async () => {
  const script = `const { spawn } = require("node:child_process");
    spawn(process.execPath, [process.argv[1]], { stdio: ["ignore", "inherit", "ignore"] });
    setInterval(() => {}, 1000);`;
  const env = { ...environment, ...MAGIC };
  const parent = spawn(process.execPath, ["-e", script, builtBundle()], { env, stdio: ["ignore", "pipe", "ignore"] });
  const socket = (await firstLine(parent)).split("|")[3]!;
  parent.kill("SIGKILL");
  for (const end = Date.now() + 5000; existsSync(socket) && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(existsSync(socket)).toBe(false);
});

test("Terraform's commands leave no process and no socket behind, and do not wait for the provider's end", async () => {
  const server = await startServer();
  const project = await createProject({ ...serverEnvironment(server), TMPDIR: temporary });
  project.write("main.tf", 'data "palette_project" "it" {\n  name = "Default"\n}\n');
  const begun = Date.now();
  expect((await project.plan()).errors).toBe("");
  // A provider that does not answer Shutdown costs two seconds a process.
  expect(Date.now() - begun).toBeLessThan(4000);
  expect(readdirSync(temporary).filter((name) => name.startsWith("palette-"))).toEqual([]);
  project.remove();
  await server.close();
});

test("with TF_LOG its lines are in Terraform's log, with their level", async () => {
  const server = await startServer();
  const project = await createProject({ ...serverEnvironment(server), TF_LOG_PROVIDER: "DEBUG" });
  project.write("main.tf", 'data "palette_project" "it" {\n  name = "Default"\n}\n');
  const { stderr } = await project.plan();
  expect(stderr).toMatch(/\[DEBUG\].*palette.*ReadDataSource/);
  expect(stderr).not.toContain(server.apiKey);
  project.remove();
  await server.close();
});

test("one that runs under a debugger serves several commands, and goes on", async () => {
  const server = await startServer();
  const provider = await startProvider({ ...environment, ...serverEnvironment(server) }, temporary);
  const project = await createProject(provider.environment);
  project.write("main.tf", 'data "palette_project" "it" {\n  name = "Default"\n}\n');
  for (let command = 0; command < 2; command++) expect((await project.plan()).errors).toBe("");
  expect(provider.isRunning()).toBe(true);
  provider.stop();
  project.remove();
  await server.close();
});

test("the installed wrapper becomes the provider rather than starting it beside itself", async () => {
  const child = spawn(installedProvider().executable, { env: { ...environment, ...MAGIC } });
  await firstLine(child);
  child.kill("SIGTERM");
  const [code] = (await once(child, "exit")) as [number | null];
  expect(code).toBe(0);
});
