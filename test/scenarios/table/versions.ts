import { join } from "node:path";
import type { Backend } from "../backend";
import type { LayerConfig, ProfileConfig, Stack } from "../door";
import { addons, argo, argoValues, namespaces, nginx } from "../profiles";
import { NOT_PULUMI, RESOURCE_ALONE, type Scenario, well } from "../scenario";

const seed = (name: string): string => join(__dirname, "versions", `${name}.yaml`);
const bare = (more: Partial<ProfileConfig> = {}) => addons({ packs: [argo(), namespaces], ...more });

const layer = (name: string, tag: string): LayerConfig => ({ name, tag, registryName: "Public Repo" });
const infra = [
  layer("ubuntu-aws", "22.04"),
  layer("kubernetes", "1.30.9"),
  layer("cni-calico", "3.29.1"),
  layer("csi-aws-ebs", "1.37.0"),
];
/** Every kind of thing that a profile holds. */
const full = (more: Partial<ProfileConfig> = {}): ProfileConfig => ({
  ...addons({ type: "cluster", cloud: "aws", version: "1.2.0" }),
  packs: [
    ...infra,
    { ...argo(), manifests: [{ name: "project", content: "kind: AppProject\nmetadata:\n  name: a\n" }] },
    { ...nginx, values: "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}'\n" },
    namespaces,
  ],
  profileVariables: {
    variables: [{ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2", required: true }],
  },
  ...more,
});

const versionsOf = async (backend: Backend, name = "platform-addons"): Promise<string[]> =>
  (await backend.profiles())
    .filter(({ metadata }) => metadata?.name === name)
    .map(({ spec }) => spec?.version ?? "")
    .sort();

/** Somebody else's profile: made, and left behind. Its uid. */
async function leave(stack: Stack, config: ProfileConfig): Promise<string> {
  await well(stack.apply({ ...config, skipDestroy: true }), "create");
  const [, uid = ""] = /"versions":\s*\{\s*"[^"]+":\s*"([0-9a-f]{24})"/.exec(await stack.state()) ?? [];
  expect((await stack.destroy()).errors).toBe("");
  return uid;
}

async function refusedPlan(stack: Stack, config: ProfileConfig, ...words: string[]): Promise<void> {
  for (const { errors } of [await stack.plan(config), await stack.apply(config)]) {
    for (const word of words) expect(errors).toContain(word);
  }
}

/** What a new version does, and to whom. */
export const versions: Scenario[] = [
  {
    name: "gives a version another number in place, with its uid and its layers",
    async play(stack, backend) {
      await stack.apply(bare({ versionPolicy: "in_place" }));
      const [before] = await backend.profiles();
      const next = bare({ versionPolicy: "in_place", version: "1.1.0", packs: [argo(2), namespaces] });
      await well(stack.plan(next), "update");
      await well(stack.apply(next), "update");
      const [after, ...others] = await backend.profiles();
      expect(others).toEqual([]);
      expect(after?.metadata?.uid).toBe(before?.metadata?.uid);
      expect(after?.spec?.published?.profileVersion).toBe("1.1.0");
      await well(stack.plan(next), "none");
      await well(stack.apply(bare({ version: "1.2.0" })), "update");
      expect(await versionsOf(backend)).toEqual(["1.1.0", "1.2.0"]);
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toEqual([]);
    },
  },
  {
    name: "changes nothing of an immutable version, also when going back to it (peer defect 17)",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const fixed = (more: Partial<ProfileConfig> = {}) => bare({ immutableVersions: true, ...more });
      await well(stack.apply(fixed()), "create");
      const edited = { packs: [argo(3), namespaces] };
      await refusedPlan(stack, fixed(edited), "argo-cd > charts.argo-cd.server.replicas", "new version");
      await refusedPlan(stack, fixed({ tags: ["other"] }), "tags", "new version");
      const reformatted = { ...argo(), values: `# ours\n${argoValues(1).replaceAll("  ", "    ")}` };
      await well(stack.plan(fixed({ packs: [reformatted, namespaces] })), "none");
      await well(stack.apply(fixed({ ...edited, version: "1.1.0" })), "update");
      await refusedPlan(stack, fixed({ packs: [argo(4), namespaces] }), "1.0.0", "replicas");
      await well(stack.apply(fixed()), "update");
      await well(stack.plan(fixed()), "none");
      expect(await versionsOf(backend)).toEqual(["1.0.0", "1.1.0"]);
    },
  },
  {
    name: "keeps the newest versions and those in use, removes the others of its own, and plans nothing after it",
    server: { seed: seed("in-use") },
    async play(stack, backend) {
      for (const version of ["1.0.0", "1.1.0", "1.2.0", "1.3.0"]) {
        await stack.apply(bare({ version, retainVersions: 2 }));
      }
      expect(await versionsOf(backend)).toEqual(["1.0.0", "1.2.0", "1.3.0"]);
      await well(stack.plan(bare({ version: "1.3.0", retainVersions: 2 })), "none");
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toEqual([]);
    },
  },
  {
    name: "knows what is there when the removal of an old version fails, and removes it with the next one",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      await stack.apply(bare({ retainVersions: 1 }));
      await backend.fault({
        match: { method: "DELETE", route: "/v1/clusterprofiles/{uid}" },
        times: 1,
        action: { status: 400, body: { code: "Busy", message: "not now" } },
      });
      const next = bare({ version: "1.1.0", retainVersions: 1 });
      expect((await stack.apply(next)).errors).toContain("not now");
      expect(await versionsOf(backend)).toEqual(["1.0.0", "1.1.0"]);
      await well(stack.plan(next), "none");
      await well(stack.apply(bare({ version: "1.2.0", retainVersions: 1 })), "update");
      expect(await versionsOf(backend)).toEqual(["1.2.0"]);
    },
  },
  {
    name: "takes over an equal profile where adopt says so, and refuses another with what differs (peer defect 16)",
    async play(stack, backend) {
      await leave(stack, bare());
      const [theirs] = await backend.profiles();
      await refusedPlan(stack, bare(), "adopt = true", "import", "platform-addons:project:1.0.0");
      const other = bare({ adopt: true, tags: ["mine"], packs: [argo(7), namespaces, nginx] });
      await refusedPlan(stack, other, "argo-cd > charts.argo-cd.server.replicas", "nginx (added)", "tags");
      await well(stack.plan(bare({ adopt: true })), "create");
      await well(stack.apply(bare({ adopt: true })), "create");
      const [ours, ...more] = await backend.profiles();
      expect(more).toEqual([]);
      expect(ours?.metadata?.uid).toBe(theirs?.metadata?.uid);
      await well(stack.plan(bare({ adopt: true })), "none");
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toEqual([]);
    },
  },
  {
    name: "takes over an equal version beside its own, never one of another scope",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      await leave(stack, bare({ context: "tenant", version: "1.1.0" }));
      await well(stack.apply(bare({ adopt: true })), "create");
      await well(stack.apply(bare({ adopt: true, version: "1.1.0" })), "update");
      const scopes = (await backend.profiles()).map(({ spec, metadata }) => [
        metadata?.annotations?.scope,
        spec?.version,
      ]);
      expect(scopes.sort()).toEqual([
        ["project", "1.0.0"],
        ["project", "1.1.0"],
        ["tenant", "1.1.0"],
      ]);
      expect((await stack.destroy()).errors).toBe("");
      await leave(stack, bare({ version: "2.0.0" }));
      await stack.apply(bare({ adopt: true }));
      await well(stack.apply(bare({ adopt: true, version: "2.0.0" })), "update");
      await well(stack.plan(bare({ adopt: true, version: "2.0.0" })), "none");
      expect(await versionsOf(backend)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
    },
  },
  {
    name: "refuses while planning a new version, or a new name, that somebody else's profile has (V2)",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await leave(stack, bare({ version: "1.1.0" }));
      await leave(stack, bare({ name: "their-addons" }));
      await stack.apply(bare());
      await refusedPlan(stack, bare({ version: "1.1.0" }), '"platform-addons"', "1.1.0", "there already");
      await refusedPlan(stack, bare({ name: "their-addons" }), '"their-addons"', "there already");
      await refusedPlan(stack, bare({ version: "1.1.0", versionPolicy: "in_place" }), "1.1.0", "there already");
      expect(await backend.profiles()).toHaveLength(3);
      // A replacement finds nobody's name taken but its own, which goes before.
      await well(stack.apply(bare({ cloud: "aws" })), "replace");
    },
  },
  {
    name: "refuses to change a version that a cluster template links to, and makes a new one beside it (V27)",
    skippedBy: NOT_PULUMI,
    server: { seed: seed("in-use") },
    async play(stack, backend) {
      const golden = (more: Partial<ProfileConfig> = {}) => bare({ name: "golden-addons", ...more });
      await well(stack.apply(golden()), "create");
      await refusedPlan(stack, golden({ packs: [argo(3), namespaces] }), '"gold"', "replicas", "new version");
      await refusedPlan(stack, golden({ description: "Else" }), '"gold"', "description");
      await well(stack.plan(golden()), "none");
      await well(stack.apply(golden({ version: "1.1.0", packs: [argo(3), namespaces] })), "update");
      expect(await versionsOf(backend, "golden-addons")).toEqual(["1.0.0", "1.1.0"]);
    },
  },
  {
    name: "plans nothing for versions that Palette 4.10 normalises",
    kitOnly: RESOURCE_ALONE,
    server: { paletteVersion: "4.10" },
    async play(stack, backend) {
      await well(stack.apply(bare({ version: "v1.2.0" })), "create");
      expect(await versionsOf(backend)).toEqual(["1.2.0"]);
      for (const version of ["v1.2.0", "1.2", "1.2.0"]) await well(stack.plan(bare({ version })), "none");
      await well(stack.apply(bare({ version: "1.3" })), "update");
      await well(stack.plan(bare({ version: "1.3" })), "none");
      await well(stack.apply(bare({ version: "1.2" })), "update");
      await well(stack.plan(bare({ version: "1.2" })), "none");
      expect(await versionsOf(backend)).toEqual(["1.2.0", "1.3.0"]);
    },
  },
  {
    name: "explains a quota, and keeps what there is (V28)",
    kitOnly: RESOURCE_ALONE,
    server: { seed: seed("one-profile") },
    async play(stack, backend) {
      await stack.apply(bare());
      const { errors } = await stack.apply(bare({ version: "1.1.0" }));
      expect(errors).toContain("ResourceLimitExceeded");
      expect(errors).toContain("Each version of a cluster profile counts");
      expect(await versionsOf(backend)).toEqual(["1.0.0"]);
      await well(stack.plan(bare()), "none");
    },
  },
  {
    name: "imports a full profile of a project, of another project and of the tenant, and plans nothing (peer defect 14)",
    skippedBy: { Pulumi: "dynamic resources cannot be imported: Pulumi gives them no provider (engines.md A4)" },
    server: { seed: seed("in-use") },
    async play(stack, backend) {
      const ids = (context: string, uid: string) => [
        `platform-addons:${context}`,
        `platform-addons:${context}:1.2.0`,
        `${uid}:${context}`,
      ];
      for (const more of [{}, { context: "tenant" }, { project: "Payments" }]) {
        const uid = await leave(stack, full(more));
        // A name is looked for in the provider's project; a uid says which project is its own.
        const all = "project" in more ? [`${uid}:project`] : ids(more.context ?? "project", uid);
        for (const id of all) await well(stack.import!(id, full(more)), "none");
        expect((await stack.destroy()).errors).toBe("");
        expect(await backend.profiles()).toEqual([]);
      }
    },
  },
  {
    name: "makes anew a version to go back to that somebody removed",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      await stack.apply(bare());
      await stack.apply(bare({ version: "1.1.0" }));
      const first = (await backend.profiles()).find(({ spec }) => spec?.version === "1.0.0");
      await backend.api.remove(first?.metadata?.uid ?? "");
      await well(stack.apply(bare()), "update");
      expect(await versionsOf(backend)).toEqual(["1.0.0", "1.1.0"]);
      await well(stack.plan(bare()), "none");
    },
  },
];
