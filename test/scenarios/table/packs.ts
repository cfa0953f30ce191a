import type { LayerConfig, ProfileConfig } from "../door";
import { addons, argo, argoValues, nginx } from "../profiles";
import { inKit, NOT_PULUMI, RESOURCE_ALONE, refused, type Scenario, well } from "../scenario";

const registryName = "Public Repo";
const os: LayerConfig = { name: "ubuntu-aws", tag: "22.04", registryName };
const kubernetes = (tag: string): LayerConfig => ({ name: "kubernetes", tag, registryName });
const cni: LayerConfig = { name: "cni-calico", tag: "3.29.1", registryName };
const csi: LayerConfig = { name: "csi-aws-ebs", tag: "1.37.0", registryName };
const secrets: LayerConfig = { name: "external-secrets", tag: "0.12.1", registryName };

const stackOf = (packs: LayerConfig[], type = "cluster"): ProfileConfig => ({
  name: "aws-stack",
  version: "1.0.0",
  type,
  cloud: "aws",
  packs,
});
const trainOf = (values?: string): ProfileConfig =>
  addons({ packs: [{ name: "nginx", tag: "1.11.x", registryName, ...(values === undefined ? {} : { values }) }] });

/** What packs demand of a profile, told while planning. */
export const packs: Scenario[] = [
  {
    name: "makes an infra profile, upgrades its Kubernetes, and does not let it lose a layer",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const infra = (tag: string) => stackOf([os, kubernetes(tag), cni, csi], "infra");
      await well(stack.apply(infra("1.30.9")), "create");
      await well(stack.plan(infra("1.30.9")), "none");
      // Warned of, since it leaves out a release, but not refused.
      await well(stack.apply(infra("1.32.1")), "update");
      await well(stack.plan(infra("1.32.1")), "none");
      const { errors } = await stack.plan(stackOf([os, kubernetes("1.32.1"), cni], "infra"));
      expect(errors).toContain("The storage layer cannot be removed");
      expect(errors).not.toContain("has no storage layer");
      const [profile] = await backend.profiles();
      expect(profile?.spec?.published?.packs?.map((pack) => pack.name)).toEqual([
        "ubuntu-aws",
        "kubernetes",
        "cni-calico",
        "csi-aws-ebs",
      ]);
    },
  },
  inKit(
    refused(
      "a full profile without storage and with its network too early",
      stackOf([os, cni, kubernetes("1.31.5"), argo()]),
      "The profile has no storage layer",
      '"kubernetes" (Kubernetes) stands after "cni-calico" (network)',
    ),
  ),
  refused(
    "values that the packs do not take",
    addons({
      packs: [
        { ...argo(), values: argoValues(99) },
        {
          ...secrets,
          values: "charts:\n  external-secrets:\n    installCRDs: false\n    webhook:\n      certCheckInterval: soon\n",
        },
      ],
    }),
    'charts.argo-cd.server.replicas of "argo-cd" is "99": it must be a number from 1 to 20',
    "How many copies of the web page and the API run",
    'it is "false", and must be "true"',
    'charts.external-secrets.webhook.certCheckInterval of "external-secrets" is "soon": it must match',
  ),
  inKit(
    refused(
      "presets that a pack does not have, or that exclude one another",
      addons({
        packs: [
          { ...argo(), values: `# spectrocloud.com/enabled-presets: Ingress:enable-ingres\n${argoValues(1)}` },
          {
            ...argo(),
            tag: "7.8.2",
            values: `# spectrocloud.com/enabled-presets: Ingress:enable-ingress,Ingress:disable-ingress\n${argoValues(1).replace("pack:\n", "pack:\n  spectrocloud.com/display-name: second\n")}`,
          },
        ],
      }),
      'Did you mean "Ingress:enable-ingress"?',
      'Two presets of the group "Ingress"',
    ),
  ),
  {
    name: "refuses a pack that does not work with the Kubernetes beside it, and takes it with a newer one",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      const withSecrets = (tag: string) => stackOf([os, kubernetes(tag), cni, csi, secrets]);
      const { errors } = await stack.apply(withSecrets("1.30.9"));
      expect(errors).toContain('needs "kubernetes" from 1.31.0 on, but the layer is 1.30.9');
      expect(await backend.profiles()).toEqual([]);
      await well(stack.apply(withSecrets("1.31.5")), "create");
      await well(stack.plan(withSecrets("1.31.5")), "none");
    },
  },
  {
    name: "follows a train without a change when the registry has a newer release",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      const release = async () => (await backend.profiles())[0]?.spec?.published?.packs?.[0]?.version;
      for (const [at, values] of [undefined, "charts:\n  nginx:\n    replicas: 2\n"].entries()) {
        const profile = { ...trainOf(values), version: `1.${at}.0`, name: `train-${at}` };
        await well(stack.apply(profile), at === 0 ? "create" : "update");
        await well(stack.plan(profile), "none");
        await backend.sync({
          name: "nginx",
          like: "1.11.4",
          version: `1.11.${at + 5}`,
          values: `# The next release\nnew: ${at}\n`,
        });
        expect(await release()).toBe(`1.11.${at + 5}`);
        await well(stack.plan(profile), "none");
        await well(stack.apply(profile), "none");
      }
      const next = (layer: LayerConfig) => ({ ...addons({ packs: [layer] }), version: "1.1.0", name: "train-1" });
      for (const layer of [{ ...nginx, tag: "1.11.x", values: "new: 1\n" }, nginx]) {
        await well(stack.apply(next(layer)), "update");
        await well(stack.plan(next(layer)), "none");
      }
    },
  },
  {
    name: "refuses a disabled pack in a new layer, and goes on with one that has it",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      await stack.apply(addons({ packs: [argo(), nginx] }));
      const annotations = { system_state: "disabled" };
      await backend.sync({ name: "argo-cd", like: "7.7.5", annotations });
      await backend.sync({ name: "external-secrets", like: "0.12.1", annotations });
      await well(stack.plan(addons({ packs: [argo(), nginx] })), "none");
      await well(stack.apply(addons({ packs: [argo(2), nginx] })), "update");
      const { errors } = await stack.plan(addons({ packs: [argo(2), nginx, secrets] }));
      expect(errors).toContain('Palette has disabled the pack "external-secrets" 0.12.1 for new use');
    },
  },
  {
    name: "asks for one pack where the values of one layer change",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      const profile = (replicas: number) => addons({ packs: [argo(replicas), nginx] });
      await stack.apply(profile(1));
      await backend.forget();
      await well(stack.plan(profile(2)), "update");
      const calls = (await backend.calls()).filter((call) => call.includes("/packs/{packName}/registries"));
      expect(calls.length).toBeLessThanOrEqual(1);
    },
  },
];
