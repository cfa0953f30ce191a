import { shop } from "../scenarios/apps";
import { onAppBench } from "./bench";

// The peer crashes on an app profile that is gone already, and on more tiers than the profile refers to.
test("peer defect 12: an app profile that is gone is read as gone, destroyed without an error, and made again", async () => {
  await onAppBench(async ({ make, read, apply, backend }) => {
    const state = await make(shop());
    await backend.apps.remove(String(state.id));
    expect(await apply(undefined, state)).toEqual({ state: undefined, diagnostics: [] });
    expect(await read(state)).toBeUndefined();
    expect((await make(shop())).id).not.toBe(state.id);
  });
});

test.each([
  ["no template", {}],
  ["no references", { template: { appTiers: [] } }],
  ["fewer references than tiers", { template: { appTiers: [{ name: "db", uid: "x" }] } }],
])("peer defect 12: the tiers of an app profile with %s are read nonetheless", async (_, more) => {
  await onAppBench(async ({ make, plan, read, backend }) => {
    const state = await make(shop());
    const { metadata, spec } = await backend.apps.get(String(state.id));
    const body = { metadata, spec: { version: spec?.version, ...more } };
    await backend.fault({ match: { method: "GET", route: "/v1/appProfiles/{uid}" }, action: { status: 200, body } });
    expect((await plan(shop(), await read(state))).changes).toEqual([]);
  });
});

test("peer defect 12: more references than tiers are what somebody removed, and are put right", async () => {
  await onAppBench(async ({ make, read, backend }) => {
    const state = await make(shop());
    const body = { spec: {} };
    await backend.fault({
      match: { method: "GET", route: "/v1/appProfiles/{uid}/tiers" },
      action: { status: 200, body },
    });
    const seen = await read(state);
    expect(seen?.tiers).toEqual([]);
    const done = await make(shop(), await read(state));
    expect((done.tiers as unknown[]).length).toBe(4);
  });
});
