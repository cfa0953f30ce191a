import { api, cache, database, settings, shop, ui, web } from "../scenarios/apps";
import { onAppBench } from "./bench";

const one = "/v1/appProfiles/{uid}";
const refusal = { status: 400, body: { code: "Refused", message: "no" } };

// The peer loses the errors of the calls that add, replace and remove tiers.
test.each([
  ["POST", `${one}/tiers`, "ui"],
  ["PATCH", `${one}/tiers`, "web"],
  ["PUT", `${one}/tiers/{tierUid}`, "db"],
  ["DELETE", `${one}/tiers/{tierUid}`, "cache"],
  ["PATCH", `${one}/metadata`, "shop"],
])(
  "peer defect 20: an update of an app profile whose %s %s is refused says of what, and the next apply ends as written",
  async (method, route, name) => {
    await onAppBench(async ({ make, plan, apply, read, backend }) => {
      const state = await make(shop({ tiers: [database(), cache(), api(), web, settings()] }));
      const config = shop({
        description: "new",
        tiers: [database("16"), api(), { ...web, tag: "2.1.0" }, settings(), ui],
      });
      const { planned } = await plan(config, state);
      await backend.fault({ match: { method, route }, action: refusal });
      const failed = await apply(planned, state);
      expect(failed.diagnostics).toMatchObject([{ severity: "error", code: "Refused" }]);
      expect(`${failed.diagnostics[0]?.summary}`).toContain(`"${name}"`);
      // What was heard before the refusal is in the state.
      expect(failed.state).toEqual(await read(failed.state ?? {}));
      const done = await make(config, failed.state ?? {});
      expect((await plan(config, await read(done))).changes).toEqual([]);
    });
  },
);

test("peer defect 20: an update of a whole app profile that is refused says so, and the next apply ends as written", async () => {
  await onAppBench(async ({ make, plan, apply, read, backend }) => {
    const state = await make(shop());
    const config = shop({ tiers: [settings(), database(), api(), web] });
    const { planned } = await plan(config, state);
    await backend.fault({ match: { method: "PUT", route: one }, action: refusal });
    const failed = await apply(planned, state);
    expect(failed.diagnostics).toMatchObject([{ code: "Refused", summary: expect.stringContaining('"shop"') }]);
    const done = await make(config, failed.state ?? {});
    expect((await plan(config, await read(done))).changes).toEqual([]);
  });
});

test("peer defect 20: a destroy of an app profile that is refused says so, and keeps it in the state", async () => {
  await onAppBench(async ({ make, apply, backend }) => {
    const state = await make(shop());
    await backend.fault({ match: { method: "DELETE", route: one }, action: refusal });
    const { state: kept, diagnostics } = await apply(undefined, state);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "Refused" }]);
    expect(kept).toEqual(state);
  });
});

// The peer writes tiers in random order, with a type that is invalid where none is given.
test("peer defect 20: changed tiers are written in their order, new ones before them and removals after", async () => {
  await onAppBench(async ({ make, sent }) => {
    const state = await make(shop({ tiers: [database(), cache(), api(), settings()] }));
    await make(shop({ tiers: [database("16"), api("1.5.0"), settings("slow"), ui] }), state);
    const writes = sent("*", /appProfiles\/.*tiers/).filter(({ method }) => method !== "GET");
    expect(writes.map(({ method, body }) => [method, (body as { name?: string } | undefined)?.name])).toEqual([
      ["POST", "ui"],
      ["PUT", "db"],
      ["PUT", "api"],
      ["PUT", "settings"],
      ["DELETE", undefined],
    ]);
  });
});

test("peer defect 20: a tier without a type, or of one that Palette does not know, is refused in the plan", async () => {
  await onAppBench(async ({ plan }) => {
    const { diagnostics } = await plan(shop({ tiers: [{ ...settings(), type: "spectro" }] }));
    expect(diagnostics.find(({ severity }) => severity === "error")?.detail).toContain('"spectro"');
  });
});
