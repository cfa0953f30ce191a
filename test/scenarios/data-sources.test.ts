import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type AnyValues, apply, type DataSource, plan, type Resource } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { type Backend, backendOf } from "./backend";
import { addons } from "./profiles";

const signal = new AbortController().signal;
const SEED = `projects: [{name: Payments, labels: {env: prod, team: spectro__tag}}]
registries:
  - {name: charts, kind: helm}
  - {name: images, kind: oci}
  - {name: own, kind: pack, packs: [packs]}
macros:
  - {name: region, value: eu-canary}
  - {name: dns, value: of-payments, project: Payments}
  - {name: dns, value: of-tenant, scope: tenant}
  - {name: proxy, value: of-system, scope: system}
`;

let folder: string;
let server: RunningServer;
let backend: Backend;
let context: Palette;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "palette-data-"));
  mkdirSync(join(folder, "packs/probe"), { recursive: true });
  const pack = { name: "probe", displayName: "Probe", version: "1.0.0", layer: "addon", cloudTypes: ["aws", "gcp"] };
  writeFileSync(join(folder, "packs/probe/pack.json"), JSON.stringify(pack));
  writeFileSync(join(folder, "packs/probe/values.yaml"), "probe: {}\n");
  writeFileSync(join(folder, "packs/probe/README.md"), "# Probe\n");
  writeFileSync(join(folder, "seed.yaml"), SEED);
  server = await startServer({ seed: join(folder, "seed.yaml") });
  backend = await backendOf(server);
  context = fresh();
  const made = [
    addons(),
    addons({ name: "web", tags: ["env:dev"], packs: [], profileVariables: variables, cloud: "aws" }),
    addons({ name: "web", context: "tenant", packs: [] }),
  ];
  for (const config of made) await applied(config);
  await applied({ ...made[1], version: "1.1.0" }, await applied({ ...made[1], adopt: true }));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const fresh = () => palette.configure({}, { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey });
const variables = { variables: [{ name: "size", displayName: "Size", defaultValue: "3" }] };
const profiles = palette.resources.find(({ type }) => type === "cluster_profile") as Resource<Palette>;

async function applied(config: object, prior?: AnyValues): Promise<AnyValues> {
  const { planned } = await plan(profiles, { prior, config: { ...config }, context, signal });
  const { state, diagnostics } = await apply(profiles, { prior, planned, config: { ...config }, context, signal });
  expect(diagnostics).toEqual([]);
  return state ?? {};
}

const sourceOf = (type: string) => palette.dataSources.find((each) => each.type === type) as DataSource<Palette>;
const read = (type: string, config: AnyValues) => sourceOf(type).read(config, { context, signal });
const refused = (type: string, config: AnyValues) =>
  read(type, config).then(
    () => {
      throw new Error("it was found");
    },
    (error: unknown) => error,
  );

describe("a cluster profile", () => {
  it("is found by name, the newest version in exactly the scope, with all that it holds", async () => {
    const found = await read("cluster_profile", { name: "web" });
    expect(found).toMatchObject({
      name: "web",
      version: "1.1.0",
      resolvedVersion: "1.1.0",
      type: "add-on",
      cloud: "aws",
      description: "What every cluster gets",
      tags: ["env:dev"],
      variables: ["size"],
      layers: [],
    });
    expect(Object.keys(found.versions as object)).toEqual(["1.0.0", "1.1.0"]);
    expect((found.versions as Record<string, string>)["1.1.0"]).toBe(found.id);
    const tenant = await read("cluster_profile", { name: "web", context: "tenant" });
    expect(Object.values(found.versions as object)).not.toContain(tenant.id);
  });

  it("shows its layers and manifests by name, in four calls", async () => {
    await backend.forget();
    const found = await read("cluster_profile", { name: "platform-addons", version: "1.0" });
    expect((await backend.calls()).filter((call) => !call.includes("/projects/"))).toHaveLength(4);
    expect(found).toMatchObject({
      version: "1.0",
      resolvedVersion: "1.0.0",
      layers: ["argo-cd", "cert-manager", "nginx", "namespaces"],
      layerTags: { "argo-cd": "7.7.5", "cert-manager": "1.16.2", nginx: "1.11.4" },
      layerValues: { nginx: expect.stringContaining("replicas: 2") },
      layerUids: { nginx: expect.stringMatching(/./), namespaces: expect.stringMatching(/./) },
      manifests: { "namespaces/team-a": expect.stringContaining("kind: Namespace") },
    });
    expect(Object.keys(found.layerRegistryUids as object)).toEqual(["argo-cd", "cert-manager", "nginx"]);
  });

  it("is found by uid, in two calls where it has no manifests", async () => {
    const { id } = await read("cluster_profile", { name: "web", version: "1.0.0" });
    await backend.forget();
    expect(await read("cluster_profile", { id })).toMatchObject({ name: "web", version: "1.0.0", id });
    expect(await backend.calls()).toHaveLength(2);
  });

  it("that is not there is told with the nearest name, version or what to check", async () => {
    expect(await refused("cluster_profile", { name: "wep" })).toMatchObject({
      path: ["name"],
      message: expect.stringContaining('Did you mean "web"'),
    });
    expect(await refused("cluster_profile", { name: "web", version: "1.1.1" })).toMatchObject({ path: ["version"] });
    expect(await refused("cluster_profile", { id: "0".repeat(24) })).toMatchObject({ code: "NotFound", path: ["id"] });
    const told = (config: AnyValues) => sourceOf("cluster_profile").validate?.(config);
    expect(told({})).toMatchObject([{ code: "NoName" }]);
    expect(told({ id: "1", version: "1.0.0" })).toMatchObject([{ code: "TwoNames", path: ["version"] }]);
  });
});

describe("the cluster profiles of a scope", () => {
  it("are listed in one call, however they are filtered", async () => {
    await backend.forget();
    const all = await read("cluster_profiles", {});
    expect(all).toMatchObject({
      names: ["platform-addons", "web", "web"],
      versions: ["1.0.0", "1.0.0", "1.1.0"],
      idsByName: undefined,
    });
    expect(await backend.calls()).toHaveLength(1);
    const names = async (config: AnyValues) => (await read("cluster_profiles", config)).names;
    expect(await names({ tag: "env:dev" })).toEqual(["web", "web"]);
    expect(await names({ tag: "managed" })).toEqual(["platform-addons"]);
    expect(await names({ nameContains: "ADDON" })).toEqual(["platform-addons"]);
    expect(await names({ name: "we" })).toEqual([]);
    expect(await names({ cloud: "aws" })).toEqual(["web", "web"]);
    expect(await names({ type: "infra" })).toEqual([]);
    expect(await names({ context: "tenant" })).toEqual(["web"]);
    expect(await names({ project: "Payments" })).toEqual([]);
    const latest = await read("cluster_profiles", { latest: true, version: "<1.1.0" });
    expect(latest).toMatchObject({ versions: ["1.0.0", "1.0.0"], idsByName: { web: expect.any(String) } });
  });

  it("are all there when they fill more than a page", async () => {
    const packs: [] = [];
    for (let index = 0; index < 52; index++) {
      await backend.api.create({
        metadata: { name: `many-${index}` },
        spec: { version: "1.0.0", template: { cloudType: "all", type: "add-on", packs } },
      } as never);
    }
    expect((await read("cluster_profiles", { nameContains: "many-" })).ids).toHaveLength(52);
  });
});

it("app profiles are listed alike", async () => {
  for (const version of ["1.0.0", "1.2.0"]) {
    const template = { appTiers: [] };
    await backend.apps.create({
      metadata: { name: "shop", labels: { team: "a" } },
      spec: { version, template },
    } as never);
  }
  expect(await read("app_profiles", { tag: "team:a", latest: true })).toMatchObject({
    names: ["shop"],
    versions: ["1.2.0"],
    idsByName: { shop: expect.any(String) },
  });
  expect(await read("app_profile", { name: "shop" })).toMatchObject({ version: "1.2.0", resolvedVersion: "1.2.0" });
});

describe("a pack", () => {
  it("is found by name or uid, and reads its README where that is asked for", async () => {
    const byName = await read("pack", { name: "probe" });
    expect(byName).toMatchObject({ version: "1.0.0", layer: "addon", cloud: ["aws", "gcp"], registryName: "own" });
    expect(byName.readme).toBeUndefined();
    const byUid = await read("pack", { id: byName.id, withReadme: true });
    expect(byUid).toEqual({ ...byName, withReadme: true, readme: "# Probe\n" });
  });

  it("that is not there is told at what was wrong", async () => {
    expect(await refused("pack", { name: "prope" })).toMatchObject({ path: ["name"] });
    expect(await refused("pack", { name: "probe", version: "2.0.0" })).toMatchObject({
      path: ["version"],
      message: expect.stringContaining('The pack "probe"'),
    });
    expect(await refused("pack", { id: "0".repeat(24) })).toMatchObject({ code: "UnknownPack", path: ["id"] });
  });
});

describe("a registry", () => {
  it("is found by name, and by its type where two share one", async () => {
    expect(await read("registry", { name: "charts" })).toMatchObject({ kind: "helm", isPrivate: false });
    expect(await read("registry", { name: "Public Repo", type: "spectro" })).toMatchObject({ kind: "pack" });
    const items = ["oci", "helm"].map((kind) => ({ name: "images", kind, uid: `${kind}-uid` }));
    await backend.fault({
      match: { method: "GET", route: "/v1/registries/metadata" },
      action: { status: 200, body: { items } },
    });
    const source = sourceOf("registry");
    const run = { context: fresh(), signal };
    await expect(source.read({ name: "images" }, run)).rejects.toMatchObject({
      code: "AmbiguousRegistry",
      path: ["type"],
    });
    expect(await source.read({ name: "images", type: "oci" }, run)).toMatchObject({ kind: "oci", id: "oci-uid" });
    expect(await refused("registry", { name: "charts", type: "oci" })).toMatchObject({ code: "UnknownRegistry" });
    expect(sourceOf("registry").validate?.({ name: "a", type: "hlem" })).toMatchObject([{ path: ["type"] }]);
  });

  it.each(["Public Repo", "charts"])("%s tells of its synchronisation where that is asked for", async (name) => {
    expect((await read("registry", { name })).syncStatus).toBeUndefined();
    expect((await read("registry", { name, withSyncStatus: true })).syncStatus).toBe("Success");
  });
});

describe("macros", () => {
  it.each([
    [{}, { dns: "of-tenant" }],
    [{ context: "project" }, { region: "eu-canary" }],
    [{ project: "Payments" }, { dns: "of-payments" }],
    [{ context: "system" }, { proxy: "of-system" }],
  ])("of %p are %p", async (config, macrosMap) => {
    expect(await read("macros", config)).toMatchObject({ names: Object.keys(macrosMap), macrosMap });
  });

  it("are given one by one, and one that is missing is told without any value", async () => {
    expect(await read("macros", { context: "project", macroName: "region" })).toMatchObject({
      macroValue: "eu-canary",
    });
    const error = await refused("macros", { context: "project", macroName: "regio" });
    expect(error).toMatchObject({ code: "UnknownMacro", path: ["macroName"] });
    expect(String(error)).toContain('Did you mean "region"');
    expect(String(error)).not.toContain("canary");
  });
});

it("a project is found by name or by uid, and one that is not there is told", async () => {
  const { id } = await read("project", { name: "Payments" });
  expect(await read("project", { id })).toEqual({ name: "Payments", id });
  expect(await refused("project", { id: "nope" })).toMatchObject({ code: "UnknownProject" });
  expect(sourceOf("project").validate?.({})).toMatchObject([{ code: "NoName" }]);
  expect(sourceOf("project").validate?.({ name: "a", id: "b" })).toMatchObject([{ code: "TwoNames" }]);
});

describe("projects", () => {
  it("are listed by name, with their uids and tags", async () => {
    const { id } = await read("project", { name: "Payments" });
    const found = await read("projects", {});
    expect(found.names).toEqual(["Default", "Payments"]);
    expect(found.ids).toEqual([expect.any(String), id]);
    expect(found.idsByName).toMatchObject({ Payments: id });
    expect(found.tagsByName).toEqual({ Payments: "env:prod,team" });
  });

  it.each([
    [{ nameContains: "PAY" }, ["Payments"]],
    [{ tag: "env" }, ["Payments"]],
    [{ tag: "env:prod", nameContains: "ments" }, ["Payments"]],
    [{ tag: "env:dev" }, []],
    [{ nameContains: "nothing" }, []],
  ])("are filtered by %p", async (config, names) => {
    expect(await read("projects", config)).toMatchObject({ names });
  });
});
