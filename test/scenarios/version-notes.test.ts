import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type AnyValues, apply, type Plan, plan, type Resource, read, UNKNOWN } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { backendOf } from "./backend";
import type { ProfileConfig } from "./door";
import { addons, argo, namespaces, nginx } from "./profiles";

const [resource] = palette.resources as [Resource<Palette>];
const signal = new AbortController().signal;
const replicas = { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" };
const uses = { ...nginx, values: "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}'\n" };
const base = (more: Partial<ProfileConfig> = {}): ProfileConfig => addons({ packs: [argo(), namespaces], ...more });

let server: RunningServer;
beforeEach(async () => {
  server = await startServer({ seed: join(__dirname, "table/versions/in-use.yaml") });
});
afterEach(() => server.close());

/** One profile, planned and applied by the kit, with what each plan tells. */
function stack() {
  const context = palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
  const run = { context, signal };
  let state: AnyValues | undefined;
  const planned = async (config: ProfileConfig | AnyValues): Promise<Plan> =>
    plan(resource, { prior: state && (await read(resource, state, run)), config: { ...config }, ...run });
  return {
    planned,
    told: async (config: ProfileConfig | AnyValues) =>
      (await planned(config)).diagnostics.map(({ severity, code, detail }) => `${severity} ${code}: ${detail}`),
    async applied(config: ProfileConfig) {
      const it = await planned(config);
      const done = await apply(resource, { prior: state, planned: it.planned, ...run });
      expect(done.diagnostics).toEqual([]);
      state = done.state;
      return state ?? {};
    },
  };
}

describe("what a plan says of those who use a version", () => {
  it("names the clusters and what reaches them when layers change (V26)", async () => {
    const { applied, told } = stack();
    await applied(base());
    const [warning, ...others] = await told(base({ packs: [argo(3), namespaces] }));
    expect(others).toEqual([]);
    expect(warning).toContain("warning UsedVersionChanges");
    expect(warning).toContain('7 clusters ("prod-1", "prod-2", "prod-3", "prod-4", "prod-5", …)');
    expect(warning).toContain("argo-cd > charts.argo-cd.server.replicas");
    expect(warning).toContain("new version");
  });

  it("says nothing of a new version, of a description, of tags, and where no cluster uses the version", async () => {
    const { applied, told } = stack();
    await applied(base());
    expect(await told(base({ version: "1.1.0", packs: [argo(3), namespaces] }))).toEqual([]);
    expect(await told(base({ description: "Else", tags: ["else"] }))).toEqual([]);
    await applied(base({ version: "1.1.0" }));
    expect(await told(base({ version: "1.1.0", packs: [argo(3), namespaces] }))).toEqual([]);
  });

  it("warns of going back to a version that clusters use, with what changes there and not with what changes here", async () => {
    const { applied, told } = stack();
    await applied(base());
    await applied(base({ version: "1.1.0", packs: [argo(3), namespaces] }));
    expect(await told(base())).toEqual([]);
    expect((await told(base({ packs: [argo(4), namespaces] }))).join()).toContain("7 clusters");
  });

  it("says it in stronger words when a variable that clusters have values for changes or goes (V26)", async () => {
    const { applied, told } = stack();
    const variables = (...list: object[]) => ({ profileVariables: { variables: list } }) as Partial<ProfileConfig>;
    await applied(base({ packs: [uses], ...variables(replicas) }));
    const changed = await told(base({ packs: [uses], ...variables({ ...replicas, format: "string" }) }));
    expect(changed[0]).toContain("warning UsedVariablesChange");
    expect(changed[0]).toContain("variable replicas > format");
    const removed = await told(base({ packs: [nginx] }));
    expect(removed[0]).toContain("variable replicas (removed)");
    const added = { ...replicas, name: "more", displayName: "More" };
    const more = await told(base({ packs: [uses], ...variables(replicas, added) }));
    expect(more.join()).not.toContain("UsedVariablesChange");
  });

  it("says nothing where a layer is written otherwise and comes to the same", async () => {
    const { applied, told } = stack();
    const immutable = { immutableVersions: true };
    const { values: _, ...bare } = nginx;
    await applied(base({ packs: [bare], ...immutable }));
    const [profile] = await (await backendOf(server)).profiles();
    const values = profile?.spec?.published?.packs?.[0]?.values ?? "";
    expect(await told(base({ packs: [{ ...bare, values }], ...immutable }))).toEqual([]);
    expect((await told(base({ packs: [nginx], ...immutable }))).join()).toContain("error ImmutableVersion");
  });

  it("refuses to change a version that a cluster template links to, by its name too (V27)", async () => {
    const { applied, told } = stack();
    await applied(base({ name: "golden-addons" }));
    await applied(base({ name: "golden-addons", version: "1.1.0" }));
    const renamed = await told(base({ name: "silver-addons", version: "1.1.0" }));
    expect(renamed.join()).toMatch(/error VersionLocked: Version 1\.0\.0 is linked to 1 cluster template \("gold"\)/);
  });

  it("says which old versions go and which stay, before anything is made", async () => {
    const { applied, told } = stack();
    for (const version of ["1.0.0", "1.1.0", "1.2.0"]) await applied(base({ version }));
    const [removes, keeps] = await told(base({ version: "1.3.0", retainVersions: 2 }));
    expect(removes).toContain("these are removed, since 2 are kept and nothing uses them: 1.1.0.");
    expect(keeps).toContain("More than 2 versions are kept: 1.0.0, used by 7 clusters");
  });
});

describe("what a plan says of its settings", () => {
  it.each([
    [{ versionPolicy: "inplace" }, 'The version policy is "inplace": write "new"'],
    [{ retainVersions: 0 }, "write a whole number from 1"],
    [{ retainVersions: 1.5 }, "write a whole number from 1"],
    [{ versionPolicy: "in_place", immutableVersions: true }, "Leave one of the two out"],
  ])("refuses %j", async (more, words) => {
    expect((await stack().told(base(more))).join()).toContain(words);
  });

  it("keeps the uid known in place, and unknown for a new version", async () => {
    const { applied, planned } = stack();
    const { id } = await applied(base());
    const next = base({ version: "1.1.0" });
    expect((await planned({ ...next, versionPolicy: "in_place" })).planned).toMatchObject({
      id,
      versions: { "1.1.0": id },
    });
    expect((await planned(next)).planned.id).toBe(UNKNOWN);
    expect((await planned({ ...next, versionPolicy: UNKNOWN })).planned.id).toBe(UNKNOWN);
  });

  it.each(["version", "name", "versionPolicy", "immutableVersions", "retainVersions", "adopt", "packs", "tags"])(
    "refuses nothing because %s is unknown",
    async (unknown) => {
      const { applied, told } = stack();
      const settings = { immutableVersions: true, retainVersions: 1, adopt: true };
      const config = { ...base({ name: "own", ...settings }), [unknown]: UNKNOWN };
      expect((await told(config)).filter((each) => each.startsWith("error"))).toEqual([]);
      await applied(base({ name: "own", ...settings }));
      await applied(base({ name: "own", ...settings, version: "1.1.0" }));
      expect((await told(config)).filter((each) => each.startsWith("error"))).toEqual([]);
    },
  );
});

describe("taking over what is there", () => {
  it("is told in the plan with the uid, and decided at the apply where the plan knows too little", async () => {
    const { id } = await stack().applied(base());
    const other = stack();
    const it = await other.planned(base({ adopt: true }));
    expect(it.planned).toMatchObject({ id, versions: { "1.0.0": id } });
    expect(it.diagnostics.map(({ code }) => code)).toEqual(["TakesOver"]);
    expect((await other.planned({ ...base({ adopt: true }), description: UNKNOWN })).planned.id).toBe(UNKNOWN);
    expect((await other.applied(base({ adopt: true }))).id).toBe(id);
  });

  it("takes over what came between the plan and the apply only if it is the same", async () => {
    const [one, late] = [stack(), stack()];
    const planned = await late.planned(base({ adopt: true }));
    await one.applied(base({ packs: [argo(2), namespaces] }));
    const context = palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
    const refused = await apply(resource, { planned: planned.planned, context, signal });
    expect(refused.state).toBeUndefined();
    expect(refused.diagnostics[0]?.detail).toContain("argo-cd > charts.argo-cd.server.replicas");
    await one.applied(base());
    const taken = await apply(resource, { planned: planned.planned, context, signal });
    expect(taken.diagnostics).toEqual([]);
    expect(taken.state?.id).toBe((await one.applied(base())).id);
  });

  it("makes sure of a sensitive default, which Palette does not show", async () => {
    const secret = { name: "token", displayName: "Token", defaultValue: "one", isSensitive: true };
    const config = (value: string, more = {}) =>
      base({ profileVariables: { variables: [{ ...secret, defaultValue: value }] }, ...more });
    await stack().applied(config("one"));
    const backend = await backendOf(server);
    await backend.forget();
    await stack().applied(config("two", { adopt: true }));
    expect(await backend.calls()).toContain("PUT /v1/clusterprofiles/{uid}/variables");
  });
});

describe("calls", () => {
  it("are as few for a plan without changes, whatever the settings, and one more for a change", async () => {
    const { applied, planned } = stack();
    const settings = { immutableVersions: true, retainVersions: 1, adopt: true };
    const backend = await backendOf(server);
    await applied(base(settings));
    const callsOf = async (config: ProfileConfig) => {
      await backend.forget();
      await planned(config);
      return (await backend.calls()).sort();
    };
    const reading = [
      "GET /v1/clusterprofiles/{uid}",
      "GET /v1/clusterprofiles/{uid}/packs/manifests",
      "GET /v1/clusterprofiles/{uid}/variables",
    ];
    expect(await callsOf(base(settings))).toEqual(reading);
    const changed = await callsOf(base({ ...settings, description: "Else" }));
    expect(changed).toEqual(["GET /v1/clusterprofiles/{uid}", ...reading]);
    const next = await callsOf(base({ version: "1.1.0" }));
    expect(next).toEqual([...reading, "GET /v1/clusterprofiles/validate/name"].sort());
  });
});
