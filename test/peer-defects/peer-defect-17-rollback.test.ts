import { addons, argo } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer adopts the stored version with its old content, whatever is written, and its next plan fails.
test("peer defect 17: going back to a version writes the content that is written, and plans nothing after it", async () => {
  await onBench(async ({ make, plan, read, backend }) => {
    const first = await make(addons({ packs: [argo(1)] }));
    const second = await make(addons({ packs: [argo(2)], version: "1.1.0" }), first);
    const back = addons({ packs: [argo(5)], version: "1.0.0" });
    const { planned } = await plan(back, second);
    expect(planned.id).toBe(first.id);
    const third = await make(back, second);
    const values = Object.fromEntries(
      (await backend.profiles()).map(({ spec }) => [spec?.version, spec?.published?.packs?.[0]?.values]),
    );
    expect(values["1.0.0"]).toContain("replicas: 5");
    expect(values["1.1.0"]).toContain("replicas: 2");
    expect((await plan(back, await read(third))).changes).toEqual([]);
  });
});

// The peer destroys the old version before it makes the new one, unless `create_before_destroy` is set.
test("peer defect 17: a new version needs no setting of the engine for the old one to stay", async () => {
  await onBench(async ({ make, plan, backend, sent }) => {
    const first = await make(addons({ packs: [argo(1)] }));
    const bumped = addons({ packs: [argo(2)], version: "1.1.0" });
    expect((await plan(bumped, first)).replace).toEqual([]);
    await make(bumped, first);
    expect((await backend.profiles()).map(({ spec }) => spec?.version).sort()).toEqual(["1.0.0", "1.1.0"]);
    expect(sent("DELETE")).toEqual([]);
  });
});
