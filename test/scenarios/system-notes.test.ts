import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type AnyValues, apply, type Plan, plan, type Resource, read } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { type Backend, backendOf } from "./backend";
import type { SystemConfig } from "./door";
import { CREDENTIALS, guarded, layerHeld, layersHeld, ours } from "./system";

const resource = palette.resources.find(({ type }) => type === "system_profile") as Resource<Palette>;

let server: RunningServer;
let backend: Backend;
beforeEach(async () => {
  server = await startServer({ seed: join(__dirname, "table/system/seed.yaml") });
  backend = await backendOf(server);
});
afterEach(() => server.close());

/** The system profile, planned and applied by the kit, with what happens between the two in the test's hands. */
function stack() {
  const environment = { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey, ...CREDENTIALS };
  const run = { context: palette.configure({}, environment), signal: new AbortController().signal };
  let state: AnyValues | undefined;
  return {
    planned: async (config: SystemConfig): Promise<Plan> => {
      state = state && (await read(resource, state, run));
      return plan(resource, { prior: state, config: { ...config }, ...run });
    },
    async applied(it: Plan): Promise<string[]> {
      const done = await apply(resource, { prior: state, planned: it.planned, ...run });
      state = done.state;
      return done.diagnostics.map(({ code, detail }) => `${code}: ${detail}`);
    },
  };
}

describe("what a plan says of the cluster that hosts Palette", () => {
  it("says which layers change at which paths, and that nodes are reconciled and consoles lock", async () => {
    const { planned } = stack();
    const [warning, ...others] = (await planned(guarded())).diagnostics;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: "warning", code: "SystemProfileChanges" });
    expect(warning?.detail).toContain("kubernetes: pack.podCIDR, kubernetes: pack.serviceClusterIpRange");
    expect(warning?.detail).toMatch(/nodes .* reconciled/);
    expect(warning?.detail).toMatch(/consoles lock/);
  });

  it("says nothing where nothing changes", async () => {
    const { planned, applied } = stack();
    expect(await applied(await planned(guarded()))).toEqual([]);
    const again = await planned(guarded());
    expect([again.changes, again.diagnostics]).toEqual([[], []]);
  });

  it("says the same twice of the same state of Palette, before and after an upgrade", async () => {
    const { planned, applied } = stack();
    expect(await planned(guarded())).toEqual(await planned(guarded()));
    await applied(await planned(guarded()));
    await backend.upgrade();
    const next = guarded({ packs: [ours("100.80.0.0/16")] });
    const first = await planned(next);
    expect(await planned(next)).toEqual(first);
    expect(first.changes).not.toEqual([]);
  });
});

describe("an apply of the system profile", () => {
  it("changes nothing where somebody changed the same layer since the plan", async () => {
    const { planned, applied } = stack();
    const it = await planned(guarded());
    const { values } = await layerHeld(backend);
    await backend.editSystem("kubernetes", values.replace("maxPods: 110", "maxPods: 250"));
    const edited = await layersHeld(backend);
    const [error, ...others] = await applied(it);
    expect(others).toEqual([]);
    expect(error).toContain("ChangedSincePlan");
    expect(error).toContain('"kubernetes"');
    expect(error).toContain("Plan again");
    expect(await layersHeld(backend)).toEqual(edited);
    expect(await applied(await planned(guarded()))).toEqual([]);
    expect((await layerHeld(backend)).values).toContain("maxPods: 250");
  });

  it("changes nothing where Palette was upgraded since the plan", async () => {
    const { planned, applied } = stack();
    await applied(await planned(guarded()));
    const it = await planned(guarded({ packs: [ours("100.80.0.0/16")] }));
    await backend.upgrade();
    const upgraded = await layersHeld(backend);
    expect((await applied(it)).join()).toContain("ChangedSincePlan");
    expect(await layersHeld(backend)).toEqual(upgraded);
  });
});
