import type { AnyValues } from "@palette-profiles/resource-kit";
import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer reads no description, no labels where all are gone, and no variable that its config does not name.
test("peer defect 8: each edit from outside shows in the plan as what it is", async () => {
  await onBench(async ({ plan, make, read, backend }) => {
    const variable = { name: "size", displayName: "Size", defaultValue: "2" };
    const values = "charts:\n  nginx:\n    replicas: '{{.spectro.var.size}}'\n";
    const config = addons({ packs: [{ ...nginx, values }], profileVariables: { variables: [variable] } });
    const state = await make(config);
    const uid = String(state.id);
    const drift = async () => {
      const live = (await read(state)) as AnyValues;
      return (await plan(config, live)).changes.map(({ path, before, after }) => [path[0], before, after]);
    };
    const metadata = (description: string, labels: Record<string, string>) =>
      backend.api.setMetadata(uid, { metadata: { name: config.name, annotations: { description }, labels } });

    await metadata("Somebody's", { team: "platform", managed: "spectro__tag" });
    expect(await drift()).toEqual([["description", "Somebody's", config.description]]);

    await metadata(String(config.description), {});
    expect((await drift()).map(([name]) => name)).toEqual(["tags"]);

    await metadata(String(config.description), { team: "platform", managed: "spectro__tag" });
    const extra = { name: "extra", displayName: "Extra", defaultValue: "x" };
    await backend.api.setVariables(uid, { variables: [variable, extra] });
    expect(new Set((await drift()).map(([name]) => name))).toEqual(new Set(["profileVariables"]));
  });
});
