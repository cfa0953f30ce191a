import type { AnyValues } from "@palette-profiles/resource-kit";
import { addons, argo, certManager, namespaces, nginx } from "../scenarios/profiles";
import { layerOf, layersSent, onBench } from "./bench";

const UPDATE = /^\/v1\/clusterprofiles\/[0-9a-f]{24}$/;

// The peer keeps a computed uid at its place in the list: through a new tag, and through an insertion.
test("peer defect 2: a new tag is planned and sent with the uid of its own pack", async () => {
  await onBench(async ({ plan, make, sent, backend }) => {
    const state = await make(addons({ packs: [argo()] }));
    const bumped = addons({ packs: [{ ...argo(), tag: "7.8.2" }] });
    const { planned, changes } = await plan(bumped, state);
    const uid = layerOf(planned, "argo-cd").uid;
    expect(uid).toMatch(/^[0-9a-f]{24}$/);
    expect(uid).not.toBe(layerOf(state, "argo-cd").uid);
    expect(changes.map(({ path }) => path.join("."))).toContain("packs.argo-cd.uid");
    await make(bumped, state);
    expect(layersSent(sent("PUT", UPDATE)[0])).toMatchObject([{ name: "argo-cd", tag: "7.8.2", uid }]);
    const [profile] = await backend.profiles();
    expect(profile?.spec?.published?.packs?.[0]?.packUid).toBe(uid);
  });
});

test("peer defect 3: an inserted layer leaves every other layer its own pack, and is the only one that is planned", async () => {
  await onBench(async ({ plan, make, sent }) => {
    const state = await make(addons({ packs: [argo(), nginx, namespaces] }));
    const inserted = addons({ packs: [argo(), certManager, nginx, namespaces] });
    const { planned, changes } = await plan(inserted, state);
    for (const name of ["argo-cd", "nginx", "namespaces"]) expect(layerOf(planned, name)).toEqual(layerOf(state, name));
    expect(new Set(changes.map(({ path }) => path.slice(0, 2).join(".")))).toEqual(new Set(["packs.cert-manager"]));
    await make(inserted, state);
    const uids = Object.fromEntries(layersSent(sent("PUT", UPDATE)[0]).map(({ name, uid }) => [name, uid]));
    expect(new Set(Object.values(uids)).size).toBe(4);
    for (const name of ["argo-cd", "nginx", "namespaces"]) expect(uids[name]).toBe(layerOf(state, name).uid);
  });
});

// The peer resolves registry_name on create only: an update sends neither registry nor uid, and the state loses the name.
test("peer defect 4: registry_name is resolved on update too, and stays in the state", async () => {
  await onBench(async ({ plan, make, read, sent }) => {
    const state = await make(addons({ packs: [nginx] }));
    const config = addons({ packs: [nginx, argo()] });
    const next = await make(config, state);
    const layers = layersSent(sent("PUT", UPDATE)[0]);
    expect(layers).toHaveLength(2);
    for (const layer of layers) {
      expect(layer).toMatchObject({ registryUid: expect.stringMatching(/./), uid: expect.stringMatching(/./) });
    }
    const live = (await read(next)) as AnyValues;
    expect(layerOf(live, "argo-cd").registryName).toBe("Public Repo");
    expect((await plan(config, live)).changes).toEqual([]);
  });
});
