import type { LayerConfig } from "../door";
import { addons, certManager, nginx } from "../profiles";
import { inKit, leafOf, NOT_PULUMI, refused, type Scenario, well } from "../scenario";

/** Only what differs from the pack's own values. */
const argoOver = (overrides: string, tag = "7.7.5"): LayerConfig => ({
  name: "argo-cd",
  tag,
  registryName: "Public Repo",
  overrides,
});
const replicas = (count: number) => `charts:\n  argo-cd:\n    server:\n      replicas: ${count}\n`;
const over = (layer: LayerConfig) => addons({ packs: [layer, certManager, nginx] });
const isRead = (call: string) => call.startsWith("GET ");

/** Layers that give only what differs from their pack's values. */
export const overrides: Scenario[] = [
  {
    name: "lays overrides over the pack's own values, comments and presets kept, and keeps nothing of the result",
    async play(stack, backend) {
      const config = over(argoOver(replicas(3)));
      await well(stack.plan(config), "create");
      await well(stack.apply(config), "create");
      const values = await leafOf(backend, "argo-cd");
      expect(values).toContain("# spectrocloud.com/enabled-presets: Ingress:disable-ingress");
      expect(values).toContain("      replicas: 3\n      # Plain HTTP behind an ingress that ends TLS.\n");
      expect(values).toContain("resyncSeconds: 180");
      expect(await stack.state()).not.toContain("resyncSeconds");
      await well(stack.plan(config), "none");
      const reformatted = argoOver("# three for Europe\ncharts: {argo-cd: {server: {replicas: 3}}}\n");
      await well(stack.plan(over(reformatted)), "none");
      await well(stack.apply(over(argoOver(replicas(2)))), "update");
      expect(await leafOf(backend, "argo-cd")).toContain("      replicas: 2\n");
    },
  },
  {
    name: "lays the same overrides over the defaults of a new tag",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(over(argoOver(replicas(3))));
      const bumped = over(argoOver(replicas(3), "7.8.2"));
      await well(stack.plan(bumped), "update");
      await well(stack.apply(bumped), "update");
      const values = await leafOf(backend, "argo-cd");
      expect(values).toContain('tag: "v2.14.2"');
      expect(values).toContain("      replicas: 3\n");
      await well(stack.plan(bumped), "none");
    },
  },
  {
    name: "sees what somebody changed under overrides, and puts it right",
    async play(stack, backend) {
      const config = over(argoOver(replicas(3)));
      await stack.apply(config);
      const values = (await leafOf(backend, "argo-cd")) ?? "";
      await backend.edit("argo-cd", `# a word by hand\n${values}`);
      await well(stack.plan(config), "none");
      await backend.edit("argo-cd", values.replace("resyncSeconds: 180", "resyncSeconds: 60"));
      await well(stack.plan(config), "update");
      await well(stack.apply(config), "update");
      expect(await leafOf(backend, "argo-cd")).toContain("resyncSeconds: 180");
      await well(stack.plan(config), "none");
    },
  },
  {
    name: "goes from whole values to overrides that come to the same without a write, and back",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const short = over(argoOver(replicas(3)));
      await stack.apply(short);
      const { overrides: _, ...layer } = argoOver("");
      const long = over({ ...layer, values: (await leafOf(backend, "argo-cd")) ?? "" });
      for (const config of [long, short]) {
        await backend.forget();
        await well(stack.apply(config), "update");
        expect((await backend.calls()).filter((call) => !isRead(call))).toEqual([]);
        await well(stack.plan(config), "none");
      }
    },
  },
  {
    name: "imports a profile whose layer is what the overrides come to, and takes them over without a write",
    skippedBy: { Pulumi: "dynamic resources cannot be imported: Pulumi gives them no provider (engines.md A4)" },
    async play(stack, backend) {
      const config = over(argoOver(replicas(3)));
      await stack.apply(config);
      await backend.forget();
      await well(stack.import!("platform-addons:project:1.0.0", config), "update");
    },
  },
  inKit(
    refused(
      "overrides beside values",
      addons({ packs: [{ ...nginx, overrides: "charts: {}" }] }),
      'Layer "nginx" gives values',
      "leave one of them out",
    ),
  ),
  inKit(
    refused(
      "overrides that do not parse",
      addons({ packs: [certManager, argoOver("charts:\n  argo-cd:\n   - a\n  b\n")] }),
      'overrides of layer "argo-cd"',
      "line 4, column 3",
    ),
  ),
];
