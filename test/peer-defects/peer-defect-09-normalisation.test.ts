import { diffYaml } from "@palette-profiles/profiles";
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

test("peer defect 9: one leaf of large values is one change", () => {
  const { changes } = diffYaml(argoValues(1), `# who owns this\n${argoValues(2)}`);
  expect(changes.map(({ path, before, after }) => [path, before, after])).toHaveLength(1);
});
