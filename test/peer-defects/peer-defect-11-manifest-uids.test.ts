import type { AnyValues } from "@palette-profiles/resource-kit";
import { addons, argo, nginx } from "../scenarios/profiles";
import { layerOf, layersSent, onBench } from "./bench";

// The peer looks a manifest's uid up by name among all layers, and so sends the first layer's for both.
test("peer defect 11: manifests of one name in two layers are each sent with their own uid", async () => {
  await onBench(async ({ make, read, sent, backend }) => {
    const manifest = (layer: string, value: number) => [
      { name: "settings", content: `kind: ConfigMap\n${layer}: ${value}\n` },
    ];
    const config = (value: number, replicas = 1) =>
      addons({
        packs: [
          { ...argo(replicas), manifests: manifest("argo", value) },
          { ...nginx, manifests: manifest("nginx", value) },
        ],
      });
    const state = await make(config(1));
    const uidsOf = (values: AnyValues | undefined) =>
      ["argo-cd", "nginx"].map((name) => (layerOf(values, name).manifests as AnyValues[])[0]?.uid);
    const uids = uidsOf(state);
    expect(new Set(uids).size).toBe(2);

    const uidsSent = () =>
      layersSent(sent("PUT", /[0-9a-f]{24}$/).at(-1)).map((layer) => (layer.manifests as AnyValues[])[0]?.uid);

    const same = await make(config(1, 2), state);
    expect(uidsSent()).toEqual(uids);

    // The uids of changed manifests are unknown in the plan, and not sent: Palette goes by layer and name.
    const next = await make(config(2, 2), same);
    expect(uidsSent()).toEqual([undefined, undefined]);
    expect(uidsOf(next)).toEqual(uids);
    const { spec } = await backend.api.manifests(String(state.id));
    const contents = (spec?.packs ?? []).map((pack) => pack.spec?.manifests?.[0]?.content);
    expect(contents).toEqual(["kind: ConfigMap\nargo: 2", "kind: ConfigMap\nnginx: 2"]);
    expect(uidsOf(await read(next))).toEqual(uids);
  });
});
