import { api, database, settings, shop } from "../scenarios/apps";
import { onAppBench } from "./bench";

// The peer calls nothing for a version, a context or a description alone, and never sends a name.
test("peer defect 10: an app profile's new context replaces it", async () => {
  await onAppBench(async ({ plan, make }) => {
    const state = await make(shop());
    expect((await plan(shop({ context: "tenant" }), state)).replace).toContainEqual(["context"]);
  });
});

test("peer defect 10: an app profile's description, tags and version are sent, each alone", async () => {
  await onAppBench(async ({ make, sent, backend }) => {
    let state = await make(shop());
    const writes = () => [...sent("PUT"), ...sent("POST", /tiers/), ...sent("PATCH", /tiers$/), ...sent("DELETE")];
    for (const [nth, change] of [
      { description: "Other" },
      { description: "Other", tags: ["other"] },
      { description: "Other", tags: ["other"], version: "1.0.1", versionPolicy: "in_place" },
    ].entries()) {
      state = await make(shop(change), state);
      expect(sent("PATCH", /metadata$/)).toHaveLength(nth + 1);
    }
    expect(writes()).toEqual([]);
    expect(await backend.appProfiles()).toMatchObject([
      {
        profile: {
          metadata: { labels: { other: "spectro__tag" }, annotations: { description: "Other" } },
          spec: { version: "1.0.1" },
        },
      },
    ]);
    await make(shop({ version: "2.0.0" }), state);
    expect(await backend.appProfiles()).toHaveLength(2);
  });
});

test("peer defect 10: an app profile's new name is sent, with its uid and its tiers kept, and planned once", async () => {
  await onAppBench(async ({ make, read, plan, backend }) => {
    const state = await make(shop());
    const before = (await backend.appProfiles())[0]?.tiers.map(({ metadata }) => metadata?.uid);
    const renamed = await make(shop({ name: "market" }), state);
    const held = await backend.appProfiles();
    expect(held.map(({ profile }) => profile.metadata)).toMatchObject([{ uid: state.id, name: "market" }]);
    expect(held[0]?.tiers.map(({ metadata }) => metadata?.uid)).toEqual(before);
    expect((await plan(shop({ name: "market" }), await read(renamed))).changes).toEqual([]);
  });
});

test("peer defect 10: a tier's registry by name is found, sent, and planned once", async () => {
  await onAppBench(async ({ make, read, plan, sent, context }) => {
    const config = shop({ tiers: [database(), api(), settings()] });
    const state = await make(config);
    const body = sent("POST", /appProfiles$/)[0]?.body as {
      spec: { template: { appTiers: { registryUid?: string; sourceAppTierUid?: string }[] } };
    };
    const signal = new AbortController().signal;
    const known = await context.lookups.registries({ scope: { kind: "tenant" }, signal });
    const uid = known.find(({ name }) => name === "Public Repo")?.uid;
    expect(body.spec.template.appTiers.map(({ registryUid }) => registryUid)).toEqual([uid, uid, undefined]);
    expect((await plan(config, await read(state))).changes).toEqual([]);
  });
});

test("peer defect 2: a tier's new version comes with the uid of its own pack", async () => {
  await onAppBench(async ({ make, sent, context }) => {
    const redis = (tag: string) =>
      shop({ tiers: [{ name: "cache", type: "operator-instance", packName: "redis-operator", tag }] });
    await make(redis("6.2.19-1"), await make(redis("6.2.12-1")));
    const [patch] = sent("PATCH", /tiers$/);
    const { appTier } = patch!.body as { appTier: { version: string; sourceAppTierUid: string } };
    const signal = new AbortController().signal;
    const pack = await context.lookups.pack({ scope: { kind: "tenant" }, signal }, appTier.sourceAppTierUid);
    expect(appTier.version).toBe("6.2.19-1");
    expect(pack?.tags?.find(({ packUid }) => packUid === appTier.sourceAppTierUid)?.version).toBe("6.2.19-1");
  });
});
