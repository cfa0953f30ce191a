import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { createEngine, Session } from "../pulumi-engine";
import { nginx } from "../scenarios/profiles";
import { installHoisted, installInStore } from "./installed";

jest.setTimeout(60_000);

let server: RunningServer;
let root: string;
beforeAll(async () => {
  server = await startServer();
  root = await mkdtemp(join(tmpdir(), "palette-formats-"));
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await server.close();
});

const project = (name: string, more = "") => `name: ${name}\nruntime:\n  name: nodejs\n${more}`;
const JAVASCRIPT = "  options:\n    typescript: false\n";
const profile = (name: string) => JSON.stringify({ name, packs: [{ ...nginx, values: { charts: { nginx: {} } } }] });
const commonJs = (name: string) => `const { ClusterProfile } = require("@palette-profiles/pulumi");
exports.uid = new ClusterProfile("it", ${profile(name)}).uid;`;
const esModule = (name: string) => `import { ClusterProfile } from "@palette-profiles/pulumi";
export const uid = new ClusterProfile("it", ${profile(name)}).uid;`;

/** Writes files; gives the whole path of the folder. */
async function written(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, folder, name)), { recursive: true });
    await writeFile(join(root, folder, name), text);
  }
  return join(root, folder);
}

test.concurrent.each([
  [
    "CommonJS, deep below the node_modules that npm or Yarn made for a workspace",
    async () => {
      await installHoisted(join(root, "npm"));
      return written("npm/apps/platform/stacks/production", {
        "Pulumi.yaml": project("npm", JAVASCRIPT),
        "package.json": "{}",
        "index.js": commonJs("npm"),
      });
    },
  ],
  [
    "TypeScript, in a folder that main names",
    async () => {
      await installHoisted(join(root, "typescript"));
      return written("typescript", {
        "Pulumi.yaml": project("typescript", "main: infra/src/\n"),
        "infra/package.json": "{}",
        "infra/src/index.ts": esModule("typescript"),
      });
    },
  ],
  [
    "ES modules, in a workspace of pnpm, whose store hides all but what the program names",
    async () => {
      const folder = await written("pnpm/apps/platform", {
        "Pulumi.yaml": project("pnpm", JAVASCRIPT),
        "package.json": '{ "type": "module" }',
        "index.js": esModule("pnpm"),
      });
      await installInStore(join(root, "pnpm"), folder);
      return folder;
    },
  ],
  [
    "CommonJS, with a copy of its own where the workspace has another",
    async () => {
      const folder = await written("copies/apps/platform", {
        "Pulumi.yaml": project("copies", JAVASCRIPT),
        "package.json": "{}",
        "index.js": commonJs("copies"),
      });
      await installHoisted(join(root, "copies"));
      await installHoisted(folder, "pulumi");
      for (const file of ["index.js", "dynamic-runtime.js"]) {
        await writeFile(
          join(root, "copies/node_modules/@palette-profiles/pulumi/dist", file),
          'throw new Error("root")',
        );
      }
      return folder;
    },
  ],
])("a program of %s", async (_, make) => {
  const program = await make();
  const env = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey };
  const session = new Session();
  const engine = createEngine({ program, state: join(program, "state.json"), env, session });
  const up = await engine.up();
  expect(up.diagnostics).toEqual([]);
  expect(up.outputs.uid).toMatch(/^[0-9a-f]{24}$/);
  const { steps } = await engine.preview({ refresh: true });
  expect(steps.map(({ op }) => op)).toEqual(["same", "same"]);
  expect((await engine.destroy()).ok).toBe(true);
  await session.close();
});

test("importing the package loads nothing but small files of its own", () => {
  const script = `require("@pulumi/pulumi");
const before = new Set(Object.keys(require.cache));
require("@palette-profiles/pulumi");
const loaded = Object.keys(require.cache).filter((file) => !before.has(file));
process.stdout.write(JSON.stringify(loaded));`;
  const { stdout } = spawnSync(process.execPath, ["-e", script], { cwd: __dirname, encoding: "utf8" });
  const loaded = JSON.parse(stdout) as string[];
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.filter((file) => !/packages.pulumi.dist/.test(file))).toEqual([]);
});
