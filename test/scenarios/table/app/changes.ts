import {
  api,
  cache,
  containerText,
  database,
  namesHeld,
  onApps,
  settings,
  settles,
  shop,
  tiersHeld,
  ui,
  web,
  writesTo,
} from "../../apps";
import type { TierConfig } from "../../door";
import { NOT_PULUMI, type Scenario, well } from "../../scenario";

const PUT_TIER = "PUT /v1/appProfiles/{uid}/tiers/{tierUid}";
const of = (...tiers: TierConfig[]) => shop({ tiers });

/** Tiers change one by one. */
export const appChanges: Scenario<"app">[] = onApps([
  {
    name: "changes one tier with one call, and leaves the others alone",
    async play(stack, backend) {
      await stack.apply(shop());
      const before = await tiersHeld(backend);
      const next = of(database(), api("1.5.0"), web, settings());
      await backend.forget();
      await well(stack.apply(next), "update");
      expect(await writesTo(backend)).toEqual([PUT_TIER]);
      const after = await tiersHeld(backend);
      expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
      expect(after[1]?.values).toContain("api:1.5.0");
      expect([after[0], ...after.slice(2)]).toEqual([before[0], ...before.slice(2)]);
      await well(stack.plan(next), "none");
    },
  },
  {
    name: "changes a property, a manifest, a chart's version and an install order, each with one call",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(shop());
      const steps: TierConfig[][] = [
        [database("16"), api(), web, settings()],
        [database("16"), api(), web, settings("slow")],
        [database("16"), api(), web, { ...settings("slow"), installOrder: 3 }],
        [
          database("16"),
          api(),
          { ...web, values: "pack:\n  namespace: web\n" },
          { ...settings("slow"), installOrder: 3 },
        ],
      ];
      for (const tiers of steps) {
        await backend.forget();
        await settles(stack, of(...tiers), "update");
        expect(await writesTo(backend)).toEqual([PUT_TIER]);
      }
      await settles(stack, of(database("16"), api(), { ...web, tag: "2.1.0" }, settings("slow")), "update");
      expect((await tiersHeld(backend))[2]).toMatchObject({ name: "web", version: "2.1.0" });
    },
  },
  {
    name: "adds tiers at the end and in the middle, moves, replaces and removes them",
    async play(stack, backend) {
      const plain = (name: string): TierConfig => ({ ...settings(), name });
      await stack.apply(of(database(), api()));
      const steps: [string, TierConfig[]][] = [
        ["one more at the end", [database(), api(), plain("last")]],
        ["one in the middle", [database(), cache(), api(), plain("last")]],
        ["two change places", [cache(), database(), api(), plain("last")]],
        ["another kind in its place", [cache(), database(), api(), { ...ui, name: "last" }]],
        ["one less", [database(), api(), { ...ui, name: "last" }]],
      ];
      for (const [, tiers] of steps) {
        await settles(stack, of(...tiers), "update");
        expect(await namesHeld(backend)).toEqual(tiers.map(({ name }) => name));
      }
      expect((await tiersHeld(backend)).map(({ type }) => type)).toEqual([
        "operator-instance",
        "container",
        "container",
      ]);
    },
  },
  {
    name: "adds a tier at the end with one call, and removes it with one",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(of(database(), api()));
      const uids = (await tiersHeld(backend)).map(({ uid }) => uid);
      await backend.forget();
      await settles(stack, of(database(), api(), settings()), "update");
      expect(await writesTo(backend)).toEqual(["POST /v1/appProfiles/{uid}/tiers"]);
      expect((await tiersHeld(backend)).slice(0, 2).map(({ uid }) => uid)).toEqual(uids);
      await backend.forget();
      await settles(stack, of(database(), api()), "update");
      expect(await writesTo(backend)).toEqual(["DELETE /v1/appProfiles/{uid}/tiers/{tierUid}"]);
    },
  },
  {
    name: "keeps the uids of the tiers that stay when one is inserted in front and when the order changes",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(of(database(), api(), settings()));
      const uids = async () => Object.fromEntries((await tiersHeld(backend)).map(({ name, uid }) => [name, uid]));
      const before = await uids();
      await settles(stack, of(cache(), database(), api(), settings()), "update");
      expect(await uids()).toMatchObject(before);
      await settles(stack, of(settings(), cache(), database(), api()), "update");
      expect(await uids()).toMatchObject(before);
      expect(await namesHeld(backend)).toEqual(["settings", "cache", "db", "api"]);
    },
  },
  {
    name: "renames a tier together with those that use it",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(of(database(), api()));
      const host =
        '  env:\n    - name: HOST\n      value: "{{.spectro.app.$appDeploymentName.orders.POSTGRESMSTR_SVC}}"\n';
      const values = containerText("registry.example.com/api:1.4.0", host);
      await settles(stack, of(database("8", { name: "orders" }), api("1.4.0", { values })), "update");
      expect(await namesHeld(backend)).toEqual(["orders", "api"]);
    },
  },
  {
    name: "changes name, description and tags in place",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(shop());
      const [before] = await backend.appProfiles();
      await settles(stack, shop({ description: "Where more is sold", tags: ["team:sales"] }), "update");
      await settles(stack, shop({ name: "market", description: undefined, tags: undefined }), "update");
      const [after, ...others] = await backend.appProfiles();
      expect(others).toEqual([]);
      expect(after?.uid).toBe(before?.uid);
      expect(after?.profile.metadata?.name).toBe("market");
      expect(after?.profile.metadata?.annotations?.description ?? "").toBe("");
      expect(after?.profile.metadata?.labels ?? {}).toEqual({});
      expect(await namesHeld(backend)).toEqual(["db", "api", "web", "settings"]);
    },
  },
  {
    name: "takes a service of a registry by name, by uid, and by the pack's uid alone, as the same",
    kitOnly: "packs are looked up by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await settles(stack, of(database()), "create");
      const [tier] = await tiersHeld(backend);
      const bare = { ...database(), registryName: undefined };
      await well(stack.plan(of({ ...bare, registryUid: tier?.registryUid })), "none");
      await well(stack.plan(of({ ...bare, tag: undefined, sourceAppTier: tier?.sourceAppTierUid })), "none");
    },
  },
  {
    name: "takes the newest container where no tag is given, and the only registry that has it",
    kitOnly: "what a tier without a tag means is told by the resource",
    async play(stack, backend) {
      const plain = { ...api(), tag: undefined, registryName: undefined };
      await settles(stack, of(database(), plain), "create");
      expect((await tiersHeld(backend))[1]?.version).toBe("1.0.2");
    },
  },
]);
