import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import type { OperationResult } from "../pulumi-engine";
import { cache, database, shop } from "../scenarios/apps";
import { backendOf } from "../scenarios/backend";
import { CREDENTIALS, guarded, ours } from "../scenarios/system";
import { oneProfile, openWorkplace } from "./programs";

jest.setTimeout(60_000);

const TABLE = join(__dirname, "../scenarios/table");
const told = (results: OperationResult[]): string =>
  JSON.stringify(results.map(({ steps, diagnostics }) => [steps, diagnostics]));
const errorsOf = ({ diagnostics }: OperationResult) => diagnostics.filter(({ severity }) => severity === "error");

test("a service's password is a secret in the preview, in the state and in what is told", async () => {
  const server = await startServer({ seed: join(TABLE, "app/seed.yaml") });
  const place = await openWorkplace(server);
  try {
    const run = async (password: string) =>
      place.engine(oneProfile(shop({ tiers: [database(), cache(password)] }), "", "AppProfile"));
    const results = [
      await (await run("b2xkLWNhbmFyeQ==")).up(),
      await (await run("bmV3LWNhbmFyeQ==")).preview({ refresh: true }),
      await (await run("bmV3LWNhbmFyeQ==")).up({ refresh: true }),
    ];
    expect(results.flatMap(errorsOf)).toEqual([]);
    expect(results[1]?.steps.find(({ name }) => name === "it")?.op).toBe("update");
    for (const text of [told(results), await readFile(place.state, "utf8")]) {
      expect(text).not.toMatch(/b2xkLWNhbmFyeQ|bmV3LWNhbmFyeQ/);
    }
    expect(await (await backendOf(server)).appProfiles()).toHaveLength(1);
  } finally {
    await place.close();
    await server.close();
  }
});

test("the layers of a system profile as they were are a secret, also of layers that are not managed", async () => {
  const server = await startServer({ seed: join(TABLE, "system/seed.yaml") });
  const place = await openWorkplace(server);
  try {
    const run = async (podCIDR: string) =>
      place.engine(
        oneProfile(guarded({ packs: [ours(podCIDR)] }), "exports.before = it.previousLayers;", "SystemProfile"),
        {
          env: CREDENTIALS,
        },
      );
    const results = [await (await run("100.64.0.0/16")).up(), await (await run("100.80.0.0/16")).up({ refresh: true })];
    expect(results.flatMap(errorsOf)).toEqual([]);
    const backend = await backendOf(server);
    const manifests = JSON.stringify(
      await backend.system.manifests((await backend.systemProfile()).metadata?.uid ?? ""),
    );
    expect(manifests).toContain("text: Welcome");
    for (const text of [told(results), await readFile(place.state, "utf8")]) {
      expect(text).not.toContain("text: Welcome");
      expect(text).not.toContain(CREDENTIALS.SPECTROCLOUD_SYSTEM_PASSWORD);
    }
  } finally {
    await place.close();
    await server.close();
  }
});
