import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { kitDoor } from "../scenarios/kit-door";
import { REAL_PACKS } from "../scenarios/profiles";

const CLI = resolve(__dirname, "../../packages/cli/bin/palette-profiles.cjs");
const folder = mkdtempSync(join(tmpdir(), "palette-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function palette(environment: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    err += part;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.once("close", (code) => done({ code, out, err })),
  );
}

const side = (id: string, replicas: number) => ({
  id,
  name: "platform-addons",
  version: "1.0.0",
  pack: [{ name: "nginx", type: "spectro", tag: "1.11.4", values: `replicas: ${replicas}\n`, manifest: [] }],
});
const update = (id: string, address: string) => ({
  address,
  type: "palette_cluster_profile",
  change: { actions: ["update"], before: side(id, 2), after: side(id, 3), after_unknown: {} },
});

test("With --live, Palette is asked once a profile who uses it, and once a pack for its state; what it does not tell is a note", async () => {
  const seed = resolve(__dirname, "../scenarios/table/versions/in-use.yaml");
  const server = await startServer({ seed, packs: [REAL_PACKS] });
  const stack = await kitDoor.open(server);
  const made = await stack.apply({ name: "platform-addons", packs: [{ name: "argo-cd", tag: "3.26.7" }] });
  expect(made.errors).toBe("");
  const backend = await backendOf(server);
  const [profile] = await backend.profiles();
  const uid = profile?.metadata?.uid ?? "";
  const argo = { name: "argo-cd", type: "spectro", tag: "3.26.7", manifest: [] };
  const deprecated = { ...argo, uid: profile?.spec?.published?.packs?.[0]?.packUid };
  const resource_changes = [
    update(uid, "palette_cluster_profile.a"),
    update("no-such-uid", "palette_cluster_profile.b"),
    {
      address: "palette_cluster_profile.c",
      type: "palette_cluster_profile",
      change: {
        actions: ["create"],
        before: null,
        after: { name: "new", pack: [deprecated] },
        after_unknown: { id: true },
      },
    },
  ];
  writeFileSync(join(folder, "plan.json"), JSON.stringify({ format_version: "1.2", resource_changes }));
  await backend.forget();
  const environment = {
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
  };
  const { code, out, err } = await palette(environment, "review", "plan.json", "--live", "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const told = JSON.parse(out);
  expect(told.counts.reach).toEqual({ clusters: 7, templates: 0 });
  expect(told.risks.map(({ rule }: { rule: string }) => rule)).toEqual(["in-use-version-edited", "pack-deprecated"]);
  expect(told.notes).toEqual([expect.stringContaining("Palette does not tell who uses palette_cluster_profile.b: ")]);
  const asked = (await backend.calls()).filter((call) => call.includes("/v1/clusterprofiles/"));
  expect(asked).toHaveLength(2);
  expect(out).not.toContain(server.apiKey);

  // A profile that Palette has is compared with one that it exported.
  const exported = (replicas: number) => ({
    metadata: { name: "platform-addons" },
    spec: {
      version: "1.0.0",
      template: {
        type: "add-on",
        cloudType: "all",
        packs: [{ name: "nginx", type: "spectro", tag: "1.11.4", values: `replicas: ${replicas}\n` }],
      },
    },
  });
  writeFileSync(join(folder, "exported.json"), JSON.stringify(exported(3)));
  const compared = await palette(environment, "diff", "palette:platform-addons", "exported.json");
  expect(compared.err).toBe("");
  expect(compared.out).toContain("nginx: added at 1");
  const unknown = await palette(environment, "diff", "palette:platform-addons@2.0.0", "exported.json");
  expect(unknown.err).toContain('The cluster profile "platform-addons" has no version 2.0.0; there is 1.0.0');
  expect((await palette(environment, "diff", "palette:none", "exported.json")).err).toContain(
    'has no cluster profile "none" in the project "Default"',
  );
  await stack.close();
  await server.close();
});
