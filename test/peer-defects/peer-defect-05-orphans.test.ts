import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer creates, then publishes; where that fails the draft is not in the state, and the next apply ends in a 409.
test("peer defect 5: create and publish are one call, so that no draft is left where publishing fails", async () => {
  await onBench(async ({ make, sent, backend }) => {
    await backend.fault({ match: { route: "/v1/clusterprofiles/{uid}/publish" }, action: { status: 500 }, times: 9 });
    await make(addons({ packs: [nginx] }));
    expect(sent("POST", /^\/v1\/clusterprofiles/).map(({ path }) => path)).toEqual([
      "/v1/clusterprofiles?publish=true",
    ]);
    expect((await backend.profiles()).map(({ status }) => status?.isPublished)).toEqual([true]);
  });
});

test("peer defect 5: what was made is in the state when the step after it fails, and the next apply converges", async () => {
  await onBench(async ({ plan, apply, read, backend }) => {
    const config = addons({ packs: [nginx] });
    const { planned } = await plan(config);
    await backend.fault({ match: { method: "GET", route: "/v1/clusterprofiles/{uid}" }, action: { status: 500 } });
    const { state, diagnostics } = await apply(planned);
    expect(diagnostics).toMatchObject([{ severity: "error" }]);
    const [profile, ...others] = await backend.profiles();
    expect(others).toEqual([]);
    expect(state?.id).toBe(profile?.metadata?.uid);
    const prior = await read(state ?? {});
    expect(await plan(config, prior)).toMatchObject({ changes: [], diagnostics: [] });
  });
});
