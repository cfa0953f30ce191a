import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { apply, plan, type Resource } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";

const CLI = resolve(__dirname, "../../packages/cli/bin/palette-profiles.cjs");
const ADMINISTRATOR = {
  SPECTROCLOUD_SYSTEM_EMAIL: "root@example.com",
  SPECTROCLOUD_SYSTEM_PASSWORD: "a-canary-secret",
};
const SEED = `
systemAdministrators: [{email: root@example.com, password: a-canary-secret}]
systemProfile:
  name: palette
  packs:
    - {name: kubernetes, tag: 1.31.5}
    - {name: cni-calico, tag: 3.29.1}
  upgrade:
    version: 1.1.0
    packs: [{name: kubernetes, tag: 1.32.1}, {name: nginx, tag: 1.11.4}]
`;

let folder: string;
let server: RunningServer;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "palette-restore-"));
  writeFileSync(join(folder, "seed.yaml"), SEED);
  server = await startServer({ seed: join(folder, "seed.yaml") });
  environment = { SPECTROCLOUD_HOST: server.url, ...ADMINISTRATOR };
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function restore(file: string, more: Record<string, string | undefined> = {}) {
  const env = Object.fromEntries(
    Object.entries({ PATH: process.env.PATH, ...environment, ...more }).filter(([, v]) => v),
  );
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const args = [CLI, "system-profile", "restore", file, "--json"];
    execFile(process.execPath, args, { cwd: folder, env: env as NodeJS.ProcessEnv }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

/** What Palette holds of each layer. */
async function layers(): Promise<{ name: string; tag: string; values: string }[]> {
  const source = palette.dataSources.find(({ type }) => type === "system_profile")!;
  const run = { context: palette.configure({}, environment), signal: new AbortController().signal };
  const {
    layers: names,
    layerTags,
    layerValues,
  } = (await source.read({}, run)) as {
    layers: string[];
    layerTags: Record<string, string>;
    layerValues: Record<string, string>;
  };
  return names.map((name) => ({ name, tag: layerTags[name]!, values: layerValues[name]! }));
}

/** Changes the Kubernetes layer through the resource, with a backup. */
async function change(backupFile: string): Promise<void> {
  const resource = palette.resources.find(({ type }) => type === "system_profile") as Resource<Palette>;
  const run = { context: palette.configure({}, environment), signal: new AbortController().signal };
  const packs = [{ name: "kubernetes", overrides: "pack: { podCIDR: 10.99.0.0/16 }" }];
  const config = { name: "palette", allowUpdate: true, backupFile: join(folder, backupFile), packs };
  const { planned } = await plan(resource, { config, ...run });
  expect((await apply(resource, { planned, ...run })).diagnostics).toEqual([]);
}

it("puts back what was there before an update, saves what it replaces, and does nothing a second time", async () => {
  const before = await layers();
  await change("layers.yaml");
  const changed = await layers();
  expect(changed).not.toEqual(before);
  const { code, out, err } = await restore("layers.yaml");
  expect({ code, err }).toMatchObject({
    code: 0,
    err: expect.stringContaining('"palette" is back as it was: kubernetes'),
  });
  expect(JSON.parse(out)).toEqual({
    profile: "palette",
    layers: ["kubernetes"],
    kept: [],
    saved: "layers.yaml.replaced",
  });
  expect(await layers()).toEqual(before);
  expect(await restore("layers.yaml")).toMatchObject({ code: 0, err: expect.stringContaining("nothing was sent") });
  // The way forth again.
  expect((await restore("layers.yaml.replaced")).code).toBe(0);
  expect(await layers()).toEqual(changed);
});

it("keeps layers that an upgrade brought after the backup, and says so", async () => {
  const before = await layers();
  await change("layers.yaml");
  await fetch(`${server.url}/__server/upgrade`, { method: "POST" });
  const { err } = await restore("layers.yaml");
  expect(err).toContain("Layers that came after the backup stay: nginx");
  expect((await layers()).slice(0, 2)).toEqual(before);
});

it("says what is wrong with a file that is no backup, and sends nothing", async () => {
  writeFileSync(join(folder, "other.yaml"), "replicas: 1\n");
  const other = await restore("other.yaml");
  expect(other.code).toBe(1);
  expect(other.err).toContain("other.yaml does not hold the layers of a profile");
  expect((await restore("missing.yaml")).err).toContain("missing.yaml cannot be read (ENOENT)");
  expect(readdirSync(folder).sort()).toEqual(["other.yaml", "seed.yaml"]);
});

it("needs a system administrator, and shows no password", async () => {
  await change("layers.yaml");
  const before = readFileSync(join(folder, "layers.yaml"), "utf8");
  const noOne = await restore("layers.yaml", { SPECTROCLOUD_SYSTEM_EMAIL: undefined, SPECTROCLOUD_APIKEY: "k" });
  expect(noOne.code).toBe(1);
  expect(noOne.err).toContain("only the password of a system administrator was given");
  const wrong = await restore("layers.yaml", { SPECTROCLOUD_SYSTEM_PASSWORD: "a-wrong-canary" });
  expect(wrong.err).toContain("refused the system administrator's sign-in");
  expect(noOne.err + wrong.err + wrong.out).not.toContain("canary");
  expect(readFileSync(join(folder, "layers.yaml"), "utf8")).toBe(before);
});
