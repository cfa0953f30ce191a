import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer plans these in place, calls nothing, and writes into the state what is not so.
test("peer defect 10: a change of context, project, cloud or type replaces the profile", async () => {
  await onBench(async ({ plan, make }) => {
    const config = addons({ packs: [nginx] });
    const state = await make(config);
    for (const [name, value] of [
      ["context", "tenant"],
      ["cloud", "aws"],
    ] as const) {
      const { replace, changes } = await plan({ ...config, [name]: value }, state);
      expect(changes).not.toEqual([]);
      expect(replace).toContainEqual([name]);
    }
  });
});

test("peer defect 10: a change of the description or of the name alone is sent", async () => {
  await onBench(async ({ make, sent, backend }) => {
    const state = await make(addons({ packs: [nginx] }));
    const described = await make(addons({ packs: [nginx], description: "Other" }), state);
    expect(sent("PATCH", /metadata$/)).toHaveLength(1);
    await make(addons({ packs: [nginx], description: "Other", name: "renamed" }), described);
    expect((await backend.profiles()).map(({ metadata }) => metadata)).toMatchObject([
      { uid: state.id, name: "renamed", annotations: { description: "Other" } },
    ]);
  });
});
