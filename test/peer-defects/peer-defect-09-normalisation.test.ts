import { buildReview, readTerraformPlan } from "@palette-profiles/review";
import { addons, argo, argoValues, nginx } from "../scenarios/profiles";
import { leafOf } from "../scenarios/scenario";
import { onBench } from "./bench";

// The peer compares texts: whatever Palette writes otherwise is planned for ever, and a leaf is a change of all values.
test("peer defect 9: values that Palette holds in another spelling plan nothing", async () => {
  await onBench(async ({ plan, make, read, backend }) => {
    const config = addons({ packs: [argo(), nginx] });
    const state = await make(config);
    const spelled = `charts: {argo-cd: {"redis": {enabled: true}, server: {replicas: 1}}}\npack: {'namespace': argocd}`;
    await backend.edit("argo-cd", spelled);
    expect(await leafOf(backend, "argo-cd")).toBe(spelled);
    expect((await plan(config, await read(state))).changes).toEqual([]);
  });
});

test("peer defect 9: a version that Palette 4.10 normalises plans nothing", async () => {
  await onBench(
    async ({ plan, make, read, backend }) => {
      const config = addons({ version: "1.2", packs: [nginx] });
      const state = await make(config);
      expect((await backend.profiles()).map(({ spec }) => spec?.version)).toEqual(["1.2.0"]);
      expect((await plan(config, await read(state))).changes).toEqual([]);
      expect((await plan({ ...config, version: "1.2.0" }, await read(state))).changes).toEqual([]);
    },
    { paletteVersion: "4.10" },
  );
});

test("peer defect 9: one leaf of large values is one line of a review, whatever its text was before", () => {
  const profile = (values: string) => ({ name: "platform-addons", pack: [{ name: "argo-cd", tag: "7.7.5", values }] });
  const change = {
    actions: ["update"],
    before: profile(argoValues(1)),
    after: profile(`# who owns this: platform\n${argoValues(2)}`),
  };
  const address = "palette_cluster_profile.it";
  const resource = { address, mode: "managed", type: "palette_cluster_profile", name: "it", change };
  const { counts, resources } = buildReview(readTerraformPlan({ format_version: "1.2", resource_changes: [resource] }));
  expect(counts.changes).toBe(1);
  expect(resources[0]?.changes).toMatchObject([{ before: 1, after: 2 }]);
});
