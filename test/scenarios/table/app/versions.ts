import { api, database, onApps, settings, settles, shop, web } from "../../apps";
import type { Backend } from "../../backend";
import { type Scenario, well } from "../../scenario";

const versionsHeld = async (backend: Backend): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await backend.appProfiles()).map(({ profile, tiers }) => [profile.spec?.version ?? "", tiers.length]),
  );

/** What a new version does. */
export const appVersions: Scenario<"app">[] = onApps([
  {
    name: "makes a new version beside the old one, goes back to it, and destroys both",
    async play(stack, backend) {
      await stack.apply(shop());
      const next = shop({ version: "1.1.0", tiers: [database(), api("2.0.0")] });
      await well(stack.plan(next), "update");
      await settles(stack, next, "update");
      expect(await versionsHeld(backend)).toEqual({ "1.0.0": 4, "1.1.0": 2 });
      await settles(stack, shop({ tiers: [database(), api(), settings()] }), "update");
      expect(await versionsHeld(backend)).toEqual({ "1.0.0": 3, "1.1.0": 2 });
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.appProfiles()).toEqual([]);
    },
  },
  {
    name: "gives a version another number in place, with its uid and its tiers",
    kitOnly: "versions are told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await stack.apply(shop({ versionPolicy: "in_place" }));
      const [before] = await backend.appProfiles();
      const next = shop({ versionPolicy: "in_place", version: "1.1.0", tiers: [database(), api("2.0.0"), web] });
      await settles(stack, next, "update");
      const [after, ...others] = await backend.appProfiles();
      expect(others).toEqual([]);
      expect(after?.uid).toBe(before?.uid);
      expect(await versionsHeld(backend)).toEqual({ "1.1.0": 3 });
    },
  },
  {
    name: "keeps as many versions as retainVersions says",
    kitOnly: "versions are told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
        const { errors } = await stack.apply(shop({ version, retainVersions: 2 }));
        expect(errors).toBe("");
      }
      expect(Object.keys(await versionsHeld(backend)).sort()).toEqual(["1.1.0", "1.2.0"]);
    },
  },
  {
    name: "refuses to change a version where immutableVersions says so",
    kitOnly: "versions are told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await stack.apply(shop({ immutableVersions: true }));
      const changed = shop({ immutableVersions: true, tiers: [database("99"), api(), web, settings()] });
      expect((await stack.apply(changed)).errors).toContain("immutable");
      expect(JSON.stringify(await backend.appProfiles())).not.toContain('"99"');
      await settles(stack, { ...changed, version: "1.1.0" }, "update");
    },
  },
  {
    name: "refuses a name and version that somebody else has, and adopts it where adopt says so and the content is the same",
    kitOnly: "adoption is told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await well(stack.apply(shop({ skipDestroy: true })), "create");
      expect((await stack.destroy()).errors).toBe("");
      for (const { errors } of [await stack.plan(shop()), await stack.apply(shop())]) {
        expect(errors).toContain('"shop"');
        expect(errors).toContain("1.0.0");
      }
      await settles(stack, shop({ adopt: true }), "create");
      expect(await backend.appProfiles()).toHaveLength(1);
    },
  },
]);
