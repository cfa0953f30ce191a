import { api, database, namesHeld, onApps, settings, settles, shop, tiersHeld, ui, web } from "../../apps";
import { type Scenario, well } from "../../scenario";

/** What goes wrong in Palette, or on the way there. */
export const appFailures: Scenario<"app">[] = onApps([
  {
    name: "tells which tier Palette refused half-way, keeps what was done, and converges at the next apply",
    async play(stack, backend) {
      await stack.apply(shop({ tiers: [database(), api()] }));
      const next = shop({ tiers: [database("16"), api("1.5.0"), settings(), ui] });
      const body = { code: "QuotaExceeded", message: "tiers are the limit", ref: "abc" };
      const refusal = { status: 400, body };
      // New tiers come before changed ones, so that none refers to one that is not there.
      await backend.fault({ match: { method: "POST", route: "/v1/appProfiles/{uid}/tiers" }, action: refusal });
      const first = await stack.apply(next);
      expect(first.errors).toContain("QuotaExceeded");
      expect(first.errors).toContain('"settings"');
      await backend.fault({
        match: { method: "PUT", route: "/v1/appProfiles/{uid}/tiers/{tierUid}" },
        action: refusal,
      });
      const second = await stack.apply(next);
      expect(second.errors).toContain("QuotaExceeded");
      expect(second.errors).toContain('"db"');
      await well(stack.apply(next), "update");
      expect(await namesHeld(backend)).toEqual(["db", "api", "settings", "ui"]);
      expect((await tiersHeld(backend))[1]?.values).toContain("api:1.5.0");
      await well(stack.plan(next), "none");
    },
  },
  {
    name: "tells which tier could not be added, replaced or removed",
    kitOnly: "the errors are the resource's; the doors show one of them in the story before",
    async play(stack, backend) {
      await stack.apply(shop({ tiers: [database(), web, settings()] }));
      const refused = async (method: string, route: string, tiers: Parameters<typeof shop>[0], name: string) => {
        await backend.fault({ match: { method, route: `/v1/appProfiles/{uid}/${route}` }, action: { status: 400 } });
        expect((await stack.apply(shop(tiers))).errors).toContain(`"${name}"`);
        expect((await stack.plan(shop(tiers))).action).toBe("update");
      };
      await refused("POST", "tiers", { tiers: [database(), web, settings(), api()] }, "api");
      await refused("DELETE", "tiers/{tierUid}", { tiers: [database(), web] }, "settings");
      await settles(stack, shop({ tiers: [database(), web] }), "update");
    },
  },
  {
    name: "makes nothing when Palette refuses the create, says why, and creates at the next apply",
    kitOnly: "the errors are the resource's, which every door shows in the story of tiers",
    async play(stack, backend) {
      const body = { code: "QuotaExceeded", message: "no more app profiles", ref: "abc" };
      await backend.fault({ match: { method: "POST", route: "/v1/appProfiles" }, action: { status: 400, body } });
      const { errors } = await stack.apply(shop());
      expect(errors).toContain("QuotaExceeded");
      expect(errors).toContain("no more app profiles");
      expect(await backend.appProfiles()).toEqual([]);
      await well(stack.apply(shop()), "create");
    },
  },
  {
    name: "makes no second profile when the answer to a create is lost",
    kitOnly: "an answer that is lost is dealt with by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await backend.fault({ match: { method: "POST", route: "/v1/appProfiles" }, action: "reset-after" });
      await well(stack.apply(shop()), "create");
      expect(await backend.appProfiles()).toHaveLength(1);
      await well(stack.plan(shop()), "none");
    },
  },
  {
    name: "adds no second tier when the answer to an addition is lost",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(shop({ tiers: [database()] }));
      const next = shop({ tiers: [database(), api()] });
      await backend.fault({ match: { method: "POST", route: "/v1/appProfiles/{uid}/tiers" }, action: "reset-after" });
      await stack.apply(next);
      await stack.apply(next);
      expect(await namesHeld(backend)).toEqual(["db", "api"]);
      await well(stack.plan(next), "none");
    },
  },
]);
