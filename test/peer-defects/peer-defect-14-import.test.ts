import { addons, argo, certManager, namespaces, nginx } from "../scenarios/profiles";
import { onBench, stackOn } from "./bench";

// After an import the peer plans the description, skip_destroy and the registries of what it has just read.
test("peer defect 14: an import plans nothing, whether registries are written by name, by uid, or not at all", async () => {
  await onBench(async (bench) => {
    const { make, backend } = bench;
    const config = addons({ packs: [argo(), certManager, nginx, namespaces] });
    await make(config);
    const [profile] = await backend.profiles();
    const uid = profile?.spec?.published?.packs?.[0]?.registryUid;
    const byUid = [argo(), certManager, nginx].map(({ registryName, ...layer }) => ({ ...layer, registryUid: uid }));
    const byNone = [argo(), certManager, nginx].map(({ registryName, ...layer }) => layer);
    const stack = await stackOn(bench);
    for (const packs of [config.packs ?? [], [...byUid, namespaces], [...byNone, namespaces]]) {
      for (const id of ["platform-addons:project", `${profile?.metadata?.uid}:project:1.0.0`]) {
        expect(await stack.import!(id, { ...config, packs })).toEqual({ action: "none", errors: "" });
      }
    }
  });
});

test("peer defect 14: an import of skip_destroy, which Palette does not hold, calls nothing", async () => {
  await onBench(async (bench) => {
    const config = addons({ packs: [nginx] });
    await bench.make(config);
    const stack = await stackOn(bench);
    await bench.backend.forget();
    await stack.import!("platform-addons:project", config);
    expect((await stack.apply({ ...config, skipDestroy: true })).errors).toBe("");
    expect((await bench.backend.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });
});
