import { join } from "node:path";
import type { Backend } from "../backend";
import type { LayerConfig, ProfileConfig, Stack } from "../door";
import { addons, argo, argoValues, namespaces, nginx } from "../profiles";
import { NOT_PULUMI, RESOURCE_ALONE, refused, type Scenario, well } from "../scenario";

/** Registries of charts and of OCI packs, listed and not, and macros. */
const server = { seed: join(__dirname, "layers/seed.yaml") };

const packsOf = async (backend: Backend) => (await backend.profiles())[0]?.spec?.published?.packs ?? [];

/** Made as it is written, and nothing is planned after it. */
async function settles(stack: Stack, config: ProfileConfig, action: "create" | "update"): Promise<void> {
  await well(stack.apply(config), action);
  await well(stack.plan(config), "none");
}

const web: LayerConfig = { name: "web", type: "helm", tag: "2.0.0", registryName: "Public Charts" };
const privateChart = (tag: string): LayerConfig => ({
  name: "billing",
  type: "helm",
  tag,
  registryName: "Private Charts",
  values: "pack:\n  namespace: billing\ncharts:\n  billing:\n    replicas: 1\n",
});
const wordpress = (title: string): string => `pack:
  namespace: ${title}
  spectrocloud.com/display-name: "${title}"
  releaseNameOverride:
    wordpress: ${title}
charts:
  wordpress:
    title: ${title}
`;
const infra: LayerConfig[] = [
  { name: "ubuntu-aws", tag: "22.04" },
  { name: "kubernetes", tag: "1.30.9" },
  { name: "cni-calico", tag: "3.29.1" },
  { name: "csi-aws-ebs", tag: "1.37.0" },
].map((layer) => ({ ...layer, registryName: "Public Repo" }));
const secret = (name: string, value = "a"): { name: string; content: string } => ({
  name: "secret",
  content: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\nstringData:\n  key: ${value}\n`,
});

/** Every kind of layer and of profile, as people write them. */
export const layers: Scenario[] = [
  {
    name: "takes a Helm chart of a public registry with its defaults, and a new version of it",
    skippedBy: NOT_PULUMI,
    server,
    async play(stack, backend) {
      await settles(stack, addons({ packs: [web] }), "create");
      const [before] = await packsOf(backend);
      expect(before).toMatchObject({ name: "web", type: "helm", tag: "2.0.0" });
      expect(before?.values).toContain("image: web:2.0.0");
      await settles(stack, addons({ packs: [{ ...web, tag: "2.1.0" }] }), "update");
      const [after] = await packsOf(backend);
      expect(after?.packUid).not.toBe(before?.packUid);
      expect(after?.values).toContain("image: web:2.1.0");
      const wrong = await stack.plan(addons({ packs: [{ ...web, tag: "2.0.9" }] }));
      expect(wrong.errors).toContain('"2.0.9"');
    },
  },
  {
    name: "takes a chart of a private registry by name and version, without looking it up",
    kitOnly: RESOURCE_ALONE,
    server,
    async play(stack, backend) {
      const profile = (...packs: LayerConfig[]) => addons({ packs: [...packs, namespaces] });
      await settles(stack, profile(privateChart("1.2.3")), "create");
      await settles(stack, profile(privateChart("1.3.0")), "update");
      expect(await packsOf(backend)).toMatchObject([
        { name: "billing", type: "helm", tag: "1.3.0" },
        { type: "manifest" },
      ]);
      const { values, ...bare } = privateChart("1.3.0");
      await settles(stack, profile(bare), "update");
      expect((await backend.calls()).filter((call) => call.includes("/v1/packs"))).toEqual([]);
    },
  },
  {
    ...refused(
      "a private chart without its registry",
      addons({ packs: [{ ...privateChart("1.2.3"), registryName: undefined }] }),
      '"billing"',
      "registry_name",
    ),
    server,
  },
  {
    name: "takes packs of OCI registries, listed and not",
    kitOnly: RESOURCE_ALONE,
    server,
    async play(stack, backend) {
      const gateway: LayerConfig = { name: "gateway", type: "oci", tag: "0.3.1", registryName: "Our OCI" };
      const unlisted: LayerConfig = { name: "ledger", type: "oci", tag: "4.0.0", registryName: "Private OCI" };
      await settles(stack, addons({ packs: [gateway] }), "create");
      expect(await packsOf(backend)).toMatchObject([{ name: "gateway", type: "oci", tag: "0.3.1" }]);
      await settles(stack, addons({ packs: [gateway, unlisted] }), "update");
      expect((await packsOf(backend))[1]).toMatchObject({ name: "ledger", type: "oci", tag: "4.0.0" });
    },
  },
  {
    name: "holds manifests attached to packs, two of one name, and changes the one that changed (peer defect 11)",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const both = (value: string) =>
        addons({
          packs: [
            { ...argo(), manifests: [secret("argo")] },
            { ...nginx, manifests: [secret("nginx", value), { name: "more", content: "kind: ConfigMap\n" }] },
            namespaces,
          ],
        });
      await settles(stack, both("a"), "create");
      const uids = async () => (await packsOf(backend)).flatMap((pack) => (pack.manifests ?? []).map(({ uid }) => uid));
      const before = await uids();
      expect(new Set(before).size).toBe(4);
      await settles(stack, both("b"), "update");
      expect(await uids()).toEqual(before);
      const [profile] = await backend.profiles();
      const { spec } = await backend.api.manifests(profile?.metadata?.uid ?? "");
      const contents = (spec?.packs ?? []).map(({ spec: pack }) => pack?.manifests?.[0]?.content ?? "");
      expect(contents[0]).toContain("name: argo");
      expect(contents[1]).toContain("name: nginx\nstringData:\n  key: b");
    },
  },
  {
    name: "holds one pack twice, by display name and by alias, in any order",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const layer = (name: string, title: string): LayerConfig => ({
        name,
        tag: "6.4.3",
        registryName: "Public Repo",
        values: wordpress(title),
      });
      const [blog, shop] = [layer("wordpress-chart", "blog"), layer("wordpress-chart", "shop")];
      const docs = layer("docs--wordpress-chart", "docs");
      await settles(stack, addons({ packs: [blog, shop, docs] }), "create");
      const packs = await packsOf(backend);
      expect(new Set(packs.map(({ packUid }) => packUid)).size).toBe(1);
      await settles(stack, addons({ packs: [docs, shop, blog] }), "update");
      expect((await packsOf(backend)).map(({ values }) => values?.match(/title: (\w+)/)?.[1])).toEqual([
        "docs",
        "shop",
        "blog",
      ]);
      await settles(stack, addons({ packs: [shop] }), "update");
    },
  },
  {
    name: "keeps install priorities, namespaces, release names and presets as they are written",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      const values = `# spectrocloud.com/enabled-presets: Ingress:enable-ingress
pack:
  namespace: "web"
  additionalNamespaces:
    - web-jobs
  namespaceLabels:
    web: "pod-security.kubernetes.io/enforce=privileged"
  spectrocloud.com/install-priority: "-5"
  releaseNameOverride:
    argo-cd: edge
`;
      await settles(stack, addons({ packs: [{ ...argo(), values }] }), "create");
      expect((await packsOf(backend))[0]?.values).toBe(values.trim());
      const later = values.replace('"-5"', '"10"');
      await settles(stack, addons({ packs: [{ ...argo(), values: later }] }), "update");
      expect((await packsOf(backend))[0]?.values).toContain('install-priority: "10"');
    },
  },
  {
    name: "makes infra and full profiles, for a cloud, for all, and for a custom one",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const kinds: Partial<ProfileConfig>[] = [
        { type: "infra", cloud: "aws", packs: infra },
        { type: "cluster", cloud: "aws", packs: [...infra, nginx] },
        { type: "cluster", cloud: "nutanix-acme", packs: [...infra, nginx] },
        // Palette fills in the operating system and Kubernetes of a custom cloud.
        { type: "infra", cloud: "nutanix-acme", packs: infra.slice(2) },
        { type: "add-on", cloud: "all", packs: [nginx] },
      ];
      for (const [index, kind] of kinds.entries()) {
        const config = addons(kind);
        await well(stack.apply(config), index === 0 ? "create" : "replace");
        await well(stack.plan(config), "none");
        const [profile, ...others] = await backend.profiles();
        expect(others).toEqual([]);
        expect(profile?.spec?.published).toMatchObject({ type: kind.type, cloudType: kind.cloud });
      }
    },
  },
  {
    name: "sees a description, labels and a variable that somebody changed, and puts them right (peer defect 8)",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const variable = { name: "size", displayName: "Size", defaultValue: "2" };
      const values = "charts:\n  nginx:\n    replicas: '{{.spectro.var.size}}'\n";
      const config = addons({ packs: [{ ...nginx, values }], profileVariables: { variables: [variable] } });
      await settles(stack, config, "create");
      const profile = async () => (await backend.profiles())[0];
      const uid = (await profile())?.metadata?.uid ?? "";
      const metadata = { name: config.name, annotations: { description: "Somebody's" }, labels: {} };
      const extra = { ...variable, name: "extra", displayName: "Extra" };
      const edits = [
        () =>
          backend.api.setMetadata(uid, {
            metadata: { ...metadata, labels: { team: "platform", managed: "spectro__tag" } },
          }),
        () =>
          backend.api.setMetadata(uid, {
            metadata: { ...metadata, annotations: { description: config.description! } },
          }),
        () => backend.api.setVariables(uid, { variables: [{ ...variable, defaultValue: "3" }] }),
        () => backend.api.setVariables(uid, { variables: [variable, extra] }),
      ];
      for (const edit of edits) {
        await edit();
        await settles(stack, config, "update");
      }
      expect((await profile())?.metadata).toMatchObject({
        annotations: { description: config.description },
        labels: { team: "platform", managed: "spectro__tag" },
      });
      expect((await backend.api.variables(uid)).variables).toMatchObject([{ name: "size", defaultValue: "2" }]);
    },
  },
  {
    name: "uses macros of the project, the tenant and the system, and refuses one that is nowhere",
    kitOnly: RESOURCE_ALONE,
    server,
    async play(stack, backend) {
      const using = (macro: string) =>
        addons({
          packs: [
            { ...argo(), values: `${argoValues(1)}    region: '{{.spectro.macro.region | upper}}'\n` },
            { ...nginx, values: "dns: '{{ .spectro.macro.dns-server }}'\nproxy: '{{.spectro.macro.proxy}}'\n" },
            {
              ...namespaces,
              manifests: [{ name: "team-a", content: `kind: Namespace\nname: '{{.spectro.macro.${macro}}}'\n` }],
            },
          ],
        });
      await settles(stack, using("region"), "create");
      const { errors } = await stack.plan(using("regoin"));
      for (const word of ['"regoin"', '"region"', "line 2", '"team-a"']) expect(errors).toContain(word);
      await backend.fault({ match: { route: "/v1/clusterprofiles/macros" }, action: { status: 403 } });
      expect((await stack.plan(using("dns-server"))).errors).toBe("");
    },
  },
  {
    ...refused(
      "a chart that a public registry does not have",
      addons({ packs: [{ ...web, name: "wed" }] }),
      '"wed"',
      '"web"',
    ),
    server,
  },
];
