import { addons, argo, certManager, nginx } from "../scenarios/profiles";
import { layersSent, onBench } from "./bench";

const one = "/v1/clusterprofiles/{uid}";
const variable = { name: "v", displayName: "V", defaultValue: "1" };

// The peer loses the errors of the calls that add and remove the parts of an app profile.
test.each([
  ["PUT", `${one}/variables`],
  ["PUT", one],
  ["PATCH", `${one}/metadata`],
  ["PATCH", `${one}/publish`],
])(
  "peer defect 20: an update whose %s %s is refused says so, and the next apply ends as written",
  async (method, route) => {
    await onBench(async ({ make, plan, apply, read, backend }) => {
      const state = await make(addons({ packs: [argo(), certManager] }));
      const uses = { ...nginx, values: "replicas: '{{.spectro.var.v}}'\n" };
      const config = addons({
        description: "new",
        packs: [argo(2), uses],
        profileVariables: { variables: [variable] },
      });
      const { planned } = await plan(config, state);
      await backend.fault({
        match: { method, route },
        action: { status: 400, body: { code: "Refused", message: "no" } },
      });
      const failed = await apply(planned, state);
      expect(failed.diagnostics).toMatchObject([{ severity: "error", code: "Refused" }]);
      const done = await make(config, await read(failed.state ?? {}));
      expect((await plan(config, await read(done))).changes).toEqual([]);
    });
  },
);

test("peer defect 20: a destroy that is refused says so, and keeps the profile in the state", async () => {
  await onBench(async ({ make, apply, backend }) => {
    const state = await make(addons({ packs: [nginx] }));
    await backend.fault({
      match: { method: "DELETE", route: one },
      action: { status: 400, body: { code: "InUse", message: "no" } },
    });
    const { state: kept, diagnostics } = await apply(undefined, state);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "InUse" }]);
    expect(kept).toEqual(state);
  });
});

// The peer writes tiers in random order, with a type that is invalid where none is given.
test("peer defect 20: layers are sent in the order they are written, each with a type that Palette knows", async () => {
  await onBench(async ({ make, sent }) => {
    const packs = [nginx, argo(), certManager];
    await make(addons({ packs }));
    const layers = layersSent(sent("POST", /^\/v1\/clusterprofiles/)[0]);
    expect(layers.map(({ name, type }) => [name, type])).toEqual(packs.map(({ name }) => [name, "spectro"]));
  });
});
