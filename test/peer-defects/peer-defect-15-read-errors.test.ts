import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

const route = "/v1/clusterprofiles/{uid}/variables";
const fault = { match: { method: "GET", route }, action: { status: 500 } };

// The peer drops what the read after a create or an update says, and takes a read that went wrong for an empty answer.
test("peer defect 15: an error of the read after a create is told, and what was made is kept", async () => {
  await onBench(async ({ plan, apply, backend }) => {
    const { planned } = await plan(addons({ packs: [nginx] }));
    await backend.fault(fault);
    const { state, diagnostics } = await apply(planned);
    expect(diagnostics).toMatchObject([{ severity: "error", detail: expect.stringContaining("500") }]);
    expect(state?.id).toBe((await backend.profiles())[0]?.metadata?.uid);
  });
});

test("peer defect 15: an error of the read after an update is told, and the next plan knows the truth", async () => {
  await onBench(async ({ make, plan, apply, read, backend }) => {
    const content = "kind: Namespace\n";
    const state = await make(addons({ packs: [nginx] }));
    const config = addons({ packs: [{ ...nginx, manifests: [{ name: "ns", content }] }] });
    const { planned } = await plan(config, state);
    await backend.fault(fault, fault);
    const done = await apply(planned, state);
    expect(done.diagnostics).toMatchObject([{ severity: "error", detail: expect.stringContaining("500") }]);
    expect((await plan(config, await read(done.state ?? {}))).changes).toEqual([]);
  });
});

test("peer defect 15: a refresh that Palette refuses is an error, and never a profile that is gone or empty", async () => {
  await onBench(async ({ make, read, backend }) => {
    const state = await make(addons({ packs: [nginx] }));
    for (const each of ["/v1/clusterprofiles/{uid}", route]) {
      await backend.fault({ match: { method: "GET", route: each }, action: { status: 403 } });
      await expect(read(state)).rejects.toThrow("403");
    }
  });
});
