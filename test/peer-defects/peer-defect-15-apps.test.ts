import { api, database, shop, web } from "../scenarios/apps";
import { onAppBench } from "./bench";

const route = "/v1/appProfiles/{uid}/tiers";
const fault = { match: { method: "GET", route }, action: { status: 500 } };

test("peer defect 15: an error of the read after an app profile is made is told, and what was made is kept", async () => {
  await onAppBench(async ({ plan, apply, backend }) => {
    const { planned } = await plan(shop());
    await backend.fault(fault);
    const { state, diagnostics } = await apply(planned);
    expect(diagnostics).toMatchObject([{ severity: "error", detail: expect.stringContaining("500") }]);
    expect(state?.id).toBe((await backend.appProfiles())[0]?.uid);
  });
});

test("peer defect 15: an error of the read after tiers were changed is told, and the next plan knows the truth", async () => {
  await onAppBench(async ({ make, plan, apply, read, backend }) => {
    const state = await make(shop({ tiers: [database(), api()] }));
    const config = shop({ tiers: [database(), api(), web] });
    const { planned } = await plan(config, state);
    await backend.fault(fault, fault);
    const done = await apply(planned, state);
    expect(done.diagnostics).toMatchObject([{ severity: "error", detail: expect.stringContaining("500") }]);
    expect((await plan(config, await read(done.state ?? {}))).changes).toEqual([]);
  });
});

test("peer defect 15: a refresh of an app profile that Palette refuses is an error, and never a profile that is gone or empty", async () => {
  await onAppBench(async ({ make, read, backend }) => {
    const state = await make(shop());
    for (const each of ["/v1/appProfiles/{uid}", route, `${route}/{tierUid}/manifests/{manifestUid}`]) {
      await backend.fault({ match: { method: "GET", route: each }, action: { status: 403 } });
      await expect(read(state)).rejects.toThrow("403");
    }
  });
});

// The peer stops reading at the first tier that tells no registry or no uid, and says nothing.
test("peer defect 15: tiers that tell neither registry nor uid do not keep the others from being read", async () => {
  await onAppBench(async ({ make, plan, read, backend }) => {
    const config = shop();
    const state = await make(config);
    const list = await backend.apps.tiers(String(state.id));
    const appTiers = list.spec?.appTiers?.map(({ metadata, spec }) => ({
      metadata,
      spec: { ...spec, registryUid: "" },
    }));
    const action = { status: 200, body: { ...list, spec: { appTiers } } };
    await backend.fault({ match: { method: "GET", route }, action });
    expect((await plan(config, await read(state))).changes).toEqual([]);
    const changed = appTiers?.map(({ metadata, spec }) => ({ metadata, spec: { ...spec, installOrder: 7 } }));
    await backend.fault({
      match: { method: "GET", route },
      action: { status: 200, body: { spec: { appTiers: changed } } },
    });
    const seen = (await read(state))?.tiers as { installOrder?: number }[];
    expect(seen.map(({ installOrder }) => installOrder)).toEqual([7, 7, 7, 7]);
  });
});
