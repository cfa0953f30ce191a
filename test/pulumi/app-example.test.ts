import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { createEngine, type OperationResult } from "../pulumi-engine";
import { type Backend, backendOf } from "../scenarios/backend";

// examples/pulumi-app-profile, and what its README says of each change to it.
const EXAMPLE = resolve(__dirname, "../../examples/pulumi-app-profile");
const PROGRAM = readFileSync(join(EXAMPLE, "index.ts"), "utf8");

let server: RunningServer;
let backend: Backend;
let root: string;

beforeAll(async () => {
  server = await startServer();
  backend = await backendOf(server);
  root = mkdtempSync(join(tmpdir(), "palette-app-example-"));
  cpSync(EXAMPLE, join(root, "program"), { recursive: true, filter: (path) => !path.includes("node_modules") });
  symlinkSync(join(EXAMPLE, "node_modules"), join(root, "program/node_modules"));
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await server.close();
});

jest.setTimeout(120_000);

const engine = (config: Record<string, string> = {}) =>
  createEngine({
    program: join(root, "program"),
    state: join(root, "state.json"),
    passphrase: "test",
    config,
    env: {
      SPECTROCLOUD_HOST: server.url,
      SPECTROCLOUD_APIKEY: server.apiKey,
      SPECTROCLOUD_PROJECT: server.project,
    },
  });
const stepOf = ({ steps }: OperationResult) => steps.find(({ name }) => name === "shop");
const errorsOf = ({ diagnostics }: OperationResult) =>
  diagnostics.flatMap(({ severity, message }) => (severity === "error" ? message : [])).join("\n");

/** The program with places of it changed, each of which it has once. */
function edit(edits: Record<string, string>): void {
  const edited = Object.entries(edits).reduce((text, [from, to]) => {
    const parts = text.split(from);
    expect([from, parts.length]).toEqual([from, 2]);
    return parts.join(to);
  }, PROGRAM);
  writeFileSync(join(root, "program/index.ts"), edited);
}

test("it compiles under the strict settings that it comes with", () => {
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", EXAMPLE]);
});

test("up makes the three tiers in their order, and up again changes nothing", async () => {
  expect(errorsOf(await engine().up())).toBe("");
  const held = await backend.appProfiles();
  expect(
    held.map(({ profile, tiers }) => [profile.metadata?.name, tiers.map(({ metadata }) => metadata?.name)]),
  ).toEqual([["shop", ["db", "api", "ui"]]]);
  expect(stepOf(await engine().up())).toMatchObject({ op: "same", diff: [] });
});

test("another release is the image of one tier, and one call for it", async () => {
  const release = { "example-pulumi-app-profile:release": "1.0.12" };
  const { op, diff } = stepOf(await engine(release).preview())!;
  expect({ op, paths: diff.map(({ path }) => path) }).toEqual({ op: "update", paths: ["tiers[1].values"] });
  const before = (await backend.calls()).filter((call) => !call.startsWith("GET "));
  expect(errorsOf(await engine(release).up())).toBe("");
  const writes = (await backend.calls()).filter((call) => !call.startsWith("GET ")).slice(before.length);
  expect(writes).toEqual([expect.stringMatching(/^PUT \/v1\/appProfiles\/\{uid\}\/tiers\/\{tierUid\}/)]);
});

test.each([
  ["a tier before the one it uses", { "[database, api, ui]": "[api, database, ui]" }, ['"db" comes after']],
  [
    "a slip in an output and too many replicas",
    { '"POSTGRESMSTR_SVC")': '"POSTGRESMSTR_SCV")', "replicas: 2": "replicas: 11" },
    ['did you mean "POSTGRESMSTR_SVC"', "11", "1 to 10"],
  ],
])("%s: refused in the preview, with words that help", async (_, edits, words) => {
  edit(edits);
  const errors = errorsOf(await engine().preview());
  for (const word of words) expect(errors).toContain(word);
});

test("destroy leaves nothing", async () => {
  writeFileSync(join(root, "program/index.ts"), PROGRAM);
  expect(errorsOf(await engine().destroy())).toBe("");
  expect(await backend.appProfiles()).toEqual([]);
});
