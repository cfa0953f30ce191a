import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer asks for the profile before it deletes it, and fails where it is gone: `-refresh=false` cannot get past that.
test("peer defect 13: a destroy without a refresh of what is already gone is done", async () => {
  await onBench(async ({ make, apply, backend, sent }) => {
    const state = await make(addons({ packs: [nginx] }));
    await backend.api.remove(String(state.id));
    expect(await apply(undefined, state)).toEqual({ state: undefined, diagnostics: [] });
    expect(sent("DELETE")).toHaveLength(1);
  });
});

test("peer defect 13: of versions of which one is gone, the others are destroyed", async () => {
  await onBench(async ({ make, apply, backend }) => {
    const first = await make(addons({ packs: [nginx] }));
    const second = await make(addons({ packs: [nginx], version: "1.1.0" }), first);
    await backend.api.remove(String(first.id));
    expect((await apply(undefined, second)).diagnostics).toEqual([]);
    expect(await backend.profiles()).toEqual([]);
  });
});
