import type { V1AppProfilesMetadata, V1AppProfilesSummary, V1Macros } from "@palette-profiles/palette-api";
import { appBody, appCalls } from "../app-profiles/test-support";
import { startTestServer, type TestClient, temporaryFolder } from "../test-support";

const SEED = `
projects: [{name: Other}]
macros:
  - {name: region, value: from-tenant, scope: tenant}
  - {name: region, value: from-project}
systemAdministrators: [{email: root@example.com, password: a-long-password}]
`;

const folder = temporaryFolder();
let client: TestClient;
let project: string;
let other: string;
let calls: ReturnType<typeof appCalls>;
beforeAll(async () => {
  client = await startTestServer({ seed: folder.write("seed.yaml", SEED) });
  project = await client.projectUid();
  other = await client.projectUid("Other");
  calls = appCalls(client);
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

const manifest = { name: "m", manifests: [{ name: "ns", content: "kind: Namespace" }] };
const call = (method: string, path: string, body?: unknown, scope?: string) =>
  client.call<{ code?: string; message?: string }>(method, path, { body, project: scope });

describe("create", () => {
  test("a profile is there at once, with its tiers in order and the server's annotations", async () => {
    const container = {
      name: "api",
      type: "container",
      version: "1.0.2",
      sourceAppTierUid: await calls.packUid("container"),
    };
    const body = appBody("shop", [manifest, container], "2.0.0", {
      annotations: { description: "a shop", scope: "system" },
      labels: { team: "web" },
    });
    const uid = await calls.create(body, project);
    expect(uid).toMatch(/^[0-9a-f]{24}$/);
    expect(await calls.read(uid)).toMatchObject({
      metadata: {
        name: "shop",
        uid,
        labels: { team: "web" },
        annotations: { description: "a shop", scope: "project", projectUid: project },
        creationTimestamp: expect.stringMatching(/^\d{4}-/),
      },
      spec: {
        version: "2.0.0",
        versions: [{ uid, version: "2.0.0" }],
        parentUid: "",
        template: {
          appTiers: [
            { name: "m", type: "manifest", uid: expect.stringMatching(/^[0-9a-f]{24}$/), version: "" },
            { name: "api", type: "container", uid: expect.any(String), version: "1.0.2" },
          ],
        },
      },
      status: { inUseApps: [] },
    });
  });

  test("without a version it is 1.0.0, and nulls are taken as absent", async () => {
    const uid = await calls.create({
      metadata: { name: "lenient", labels: null, annotations: { description: "" } },
      spec: { template: { appTiers: [{ name: "m", type: null, properties: null, manifests: null, unknown: 1 }] } },
    });
    expect(await calls.read(uid)).toMatchObject({
      metadata: { labels: {}, annotations: { description: "", scope: "tenant" } },
      spec: { version: "1.0.0" },
    });
  });

  test("a failed create leaves nothing behind", async () => {
    const body = appBody("half-made", [
      manifest,
      { name: "db", type: "operator-instance", sourceAppTierUid: "nothing" },
    ]);
    expect((await call("POST", "/v1/appProfiles", body)).status).toBe(400);
    const list = await call("GET", "/v1/dashboard/appProfiles/metadata");
    expect(JSON.stringify(list.body)).not.toContain("half-made");
  });

  test.each<[string, unknown, string, string]>([
    ["no name", { spec: {} }, "InvalidProfileName", "metadata.name is missing"],
    ["a list as body", [], "InvalidRequestBody", "must be an object"],
    [
      "tiers that are no list",
      { metadata: { name: "x" }, spec: { template: { appTiers: {} } } },
      "InvalidRequestBody",
      "spec.template.appTiers must be a list",
    ],
    [
      "a tier without a name",
      appBody("x", [{ type: "manifest" }]),
      "InvalidAppTier",
      "spec.template.appTiers[0].name is missing",
    ],
    ["two tiers of a name", appBody("x", [manifest, manifest]), "DuplicateAppTier", 'two tiers of the name "m"'],
    [
      "an unknown type",
      appBody("x", [{ name: "t", type: "spectro" }]),
      "InvalidRequestBody",
      'operator-instance, container, not "spectro"',
    ],
    [
      "an unknown registry",
      appBody("x", [{ name: "t", registryUid: "abc" }]),
      "RegistryNotFound",
      'The tier "t" names an unknown registry: uid "abc"',
    ],
    [
      "a service of no pack",
      appBody("x", [{ name: "db", type: "operator-instance" }]),
      "AppTierSourceNotFound",
      'The tier "db" of type operator-instance needs a sourceAppTierUid',
    ],
    [
      "a container of an unknown pack",
      appBody("x", [{ name: "api", type: "container", sourceAppTierUid: "abc" }]),
      "AppTierSourceNotFound",
      '"abc", which is no uid of a pack',
    ],
    [
      "a broken install order",
      appBody("x", [{ name: "t", installOrder: 1.5 }]),
      "InvalidRequestBody",
      "installOrder must be a whole number of 32 bits, not 1.5",
    ],
    [
      "a property without a name",
      appBody("x", [{ name: "t", properties: [{ value: "v" } as never] }]),
      "InvalidTierProperty",
      "properties[0].name is missing",
    ],
    [
      "a property twice",
      appBody("x", [
        {
          name: "t",
          properties: [
            { name: "p", value: "1" },
            { name: "p", value: "2" },
          ],
        },
      ]),
      "InvalidTierProperty",
      'two properties of the name "p"',
    ],
    [
      "a manifest twice",
      appBody("x", [
        {
          name: "t",
          manifests: [
            { name: "a", content: "" },
            { name: "a", content: "" },
          ],
        },
      ]),
      "DuplicateManifest",
      'The tier "t" has two manifests of the name "a"',
    ],
  ])("%s is refused and told", async (_what, body, code, message) => {
    expect(await call("POST", "/v1/appProfiles", body)).toMatchObject({
      status: 400,
      body: { code, message: expect.stringContaining(message) },
    });
  });
});

describe("scope and uniqueness", () => {
  test("a name and version is taken once in each scope", async () => {
    const body = appBody("unique", [manifest]);
    for (const scope of [project, other, undefined]) {
      await calls.create(body, scope);
      expect(await call("POST", "/v1/appProfiles", body, scope)).toMatchObject({
        status: 409,
        body: { code: "AppProfileAlreadyExists", message: expect.stringContaining('"unique" of version 1.0.0') },
      });
    }
  });

  test("a cluster profile of the same name is no obstacle", async () => {
    const body = { metadata: { name: "both" }, spec: { template: { type: "add-on", packs: [] } } };
    expect((await call("POST", "/v1/clusterprofiles", body)).status).toBe(201);
    await calls.create(appBody("both", []));
  });

  test("a new version of a name is a profile of its own, and each knows its siblings", async () => {
    const one = await calls.create(appBody("lineage", []), project);
    const two = await calls.create(appBody("lineage", [], "1.1.0"), project);
    await calls.create(appBody("lineage", [], "1.2.0"), other);
    for (const uid of [one, two]) {
      expect((await calls.read(uid)).spec?.versions).toEqual([
        { uid: one, version: "1.0.0" },
        { uid: two, version: "1.1.0" },
      ]);
    }
  });

  test("a profile is read and deleted by its uid from any scope, and changed from its own only", async () => {
    const uid = await calls.create(appBody("scoped", [manifest]), project);
    const [tier] = await calls.tiers(uid);
    const path = `/v1/appProfiles/${uid}`;
    expect((await call("GET", path, undefined, other)).status).toBe(200);
    const changes: [string, string, unknown][] = [
      ["PUT", path, appBody("scoped", [])],
      ["PATCH", `${path}/metadata`, { metadata: {} }],
      ["POST", `${path}/tiers`, { name: "new" }],
      ["PATCH", `${path}/tiers`, { appTier: { name: "new" }, replaceWithAppTier: tier?.metadata?.uid }],
      ["DELETE", `${path}/tiers/${tier?.metadata?.uid}`, undefined],
    ];
    for (const scope of [other, undefined]) {
      for (const [method, where, body] of changes) {
        expect(await call(method, where, body, scope)).toMatchObject({
          status: 403,
          body: { code: "ScopeMismatch", message: expect.stringContaining(`ProjectUid ${project}`) },
        });
      }
    }
    expect((await calls.tiers(uid)).map((each) => each.metadata?.name)).toEqual(["m"]);
    expect((await call("DELETE", path, undefined, other)).status).toBe(204);
    for (const method of ["GET", "DELETE"]) {
      expect(await call(method, path)).toMatchObject({ status: 404, body: { code: "ResourceNotFound" } });
    }
    expect((await call("GET", `${path}/tiers`)).status).toBe(404);
  });
});

describe("PATCH metadata", () => {
  test("replaces the labels, merges the annotations and renames the version", async () => {
    const metadata = { labels: { a: "1" }, annotations: { description: "old", note: "kept" } };
    const uid = await calls.create(appBody("patched", [manifest], "1.0.0", metadata));
    const path = `/v1/appProfiles/${uid}/metadata`;
    const change = { metadata: { labels: { b: "2" }, annotations: { description: "" } }, version: "1.0.1" };
    expect((await call("PATCH", path, change)).status).toBe(204);
    expect(await calls.read(uid)).toMatchObject({
      metadata: { labels: { b: "2" }, annotations: { description: "", note: "kept" } },
      spec: { version: "1.0.1", versions: [{ uid, version: "1.0.1" }], template: { appTiers: [{ name: "m" }] } },
    });
    expect((await call("PATCH", path, { metadata: {} })).status).toBe(204);
    const after = await calls.read(uid);
    expect(after.metadata?.labels).toEqual({});
    expect(after.spec?.version).toBe("1.0.1");
  });

  test("a version that is taken is refused, and so is a body without metadata", async () => {
    const uid = await calls.create(appBody("clash", []));
    await calls.create(appBody("clash", [], "2.0.0"));
    const path = `/v1/appProfiles/${uid}/metadata`;
    expect(await call("PATCH", path, { metadata: {}, version: "2.0.0" })).toMatchObject({
      status: 409,
      body: { code: "AppProfileAlreadyExists" },
    });
    expect(await call("PATCH", path, { version: "3.0.0" })).toMatchObject({
      status: 400,
      body: { message: "metadata is missing" },
    });
    expect((await calls.read(uid)).spec?.version).toBe("1.0.0");
  });
});

describe("the dashboard", () => {
  let quiet: TestClient;
  let here: string;
  let there: string;
  beforeAll(async () => {
    quiet = await startTestServer({ seed: folder.write("dashboard.yaml", "projects: [{name: Other}]") });
    here = await quiet.projectUid();
    there = await quiet.projectUid("Other");
    const { create, packUid } = appCalls(quiet);
    await create(appBody("shared", [], "1.0.0", { labels: { env: "prod" } }));
    const source = await packUid("redis-operator");
    await create(appBody("web", [{ name: "cache", type: "operator-instance", sourceAppTierUid: source }]), here);
    await create(appBody("web", [], "1.10.0"), here);
    await create(appBody("web", [], "1.9.0"), here);
    await create(appBody("theirs", []), there);
  });
  afterAll(() => quiet.close());

  const metadata = async (scope?: string) => {
    const path = "/v1/dashboard/appProfiles/metadata";
    const { body } = await quiet.call<V1AppProfilesMetadata>("GET", path, { project: scope });
    return body.appProfiles?.map((item) => `${item.metadata?.name} ${item.spec?.version}`);
  };
  const summary = async (body?: unknown, query = "") =>
    (await quiet.call<V1AppProfilesSummary>("POST", `/v1/dashboard/appProfiles?${query}`, { body, project: here }))
      .body;
  const shown = (list: V1AppProfilesSummary) =>
    list.appProfiles?.map((item) => `${item.metadata?.name} ${item.spec?.version}`);

  test("metadata has one item a version: the project's own and the tenant's", async () => {
    expect(await metadata(here)).toEqual(["shared 1.0.0", "web 1.0.0", "web 1.10.0", "web 1.9.0"]);
    expect(await metadata(there)).toEqual(["shared 1.0.0", "theirs 1.0.0"]);
    expect(await metadata()).toEqual(["shared 1.0.0"]);
  });

  test("the summary has one item a profile with all its versions, also when asked without a body", async () => {
    const list = await summary(undefined, "limit=0");
    expect(shown(list)).toEqual(["shared 1.0.0", "web 1.10.0"]);
    expect(list.appProfiles?.[1]?.spec?.versions?.map(({ version }) => version)).toEqual(["1.0.0", "1.10.0", "1.9.0"]);
  });

  test("the summary filters, sorts and pages", async () => {
    const filtered = async (filter: unknown) => shown(await summary({ filter }));
    expect(await filtered({ profileName: { beginsWith: "we" } })).toEqual(["web 1.10.0"]);
    expect(await filtered({ profileName: { eq: "web" }, version: { lt: "1.10.0" } })).toEqual(["web 1.9.0"]);
    expect(await filtered({ version: { gt: "1.9.0" } })).toEqual(["web 1.10.0"]);
    expect(await filtered({ tags: { eq: ["env:prod"] } })).toEqual(["shared 1.0.0"]);
    expect(await filtered({ tags: { eq: ["env:dev"] } })).toEqual([]);
    expect(shown(await summary({ sort: [{ field: "profileName", order: "desc" }] }))).toEqual([
      "web 1.10.0",
      "shared 1.0.0",
    ]);
    const first = await summary({}, "limit=1");
    expect(first.listmeta).toMatchObject({ count: 2, limit: 1, offset: 0 });
    expect(shown(await summary({}, `limit=1&continue=${first.listmeta?.continue}`))).toEqual(["web 1.10.0"]);
  });

  test("a tier of the summary tells what it is made of", async () => {
    const list = await summary({ filter: { version: { eq: "1.0.0" }, profileName: { eq: "web" } } });
    expect(list.appProfiles?.[0]?.spec?.template?.appTiers).toMatchObject([
      { name: "cache", type: "operator-instance", source: { name: "redis-operator", addonType: "app services" } },
    ]);
  });

  test("a field that cannot be sorted by is told", async () => {
    const body = { sort: [{ field: "environment" }] };
    expect(await quiet.call("POST", "/v1/dashboard/appProfiles", { body })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("sort[0].field must be one of profileName") },
    });
  });
});

test("the macros are those a cluster profile of the scope has", async () => {
  for (const scope of [project, other, undefined]) {
    const ask = (kind: string) => client.call<V1Macros>("GET", `/v1/${kind}/macros`, { project: scope });
    expect((await ask("appProfiles")).body).toEqual((await ask("clusterprofiles")).body);
  }
  const { body } = await client.call<V1Macros>("GET", "/v1/appProfiles/macros", { project });
  expect(body.macros).toEqual([{ name: "region", value: "from-project" }]);
});

test("versions are normalised where Palette 4.10 does it", async () => {
  const strict = await startTestServer({ paletteVersion: "4.10" });
  const { create, read } = appCalls(strict);
  const uid = await create(appBody("v", [], "v1.2"));
  expect((await read(uid)).spec?.version).toBe("1.2.0");
  const again = await strict.call("POST", "/v1/appProfiles", { body: appBody("v", [], "1.2.0") });
  expect(again.status).toBe(409);
  await strict.close();
});

test("a profile and its tiers are there after a restart", async () => {
  const data = `${folder.path}/apps.db`;
  const first = await startTestServer({ data });
  const { create, read, tiers } = appCalls(first);
  const uid = await create(appBody("kept", [manifest, { name: "n", installOrder: 7, values: "a: 1" }]));
  const before = [await read(uid), await tiers(uid)];
  await first.close();
  const second = await startTestServer({ data });
  expect([await appCalls(second).read(uid), await appCalls(second).tiers(uid)]).toEqual(before);
  await second.close();
});

test("cloning is not there, and is told as such", async () => {
  const uid = await calls.create(appBody("original", []));
  expect(await call("POST", `/v1/appProfiles/${uid}/clone`, { metadata: { name: "copy" } })).toMatchObject({
    status: 501,
    body: { code: "NotImplemented" },
  });
});

test("a system administrator's token does not reach app profiles", async () => {
  const uid = await calls.create(appBody("of-the-tenant", []));
  const credentials = { emailId: "root@example.com", password: "a-long-password" };
  const signIn = await client.call<{ Authorization: string }>("POST", "/v1/auth/authenticate", { body: credentials });
  const headers = { Authorization: signIn.body.Authorization };
  for (const path of [`/v1/appProfiles/${uid}`, `/v1/appProfiles/${uid}/tiers`, "/v1/dashboard/appProfiles/metadata"]) {
    expect(await client.call("GET", path, { headers })).toMatchObject({
      status: 403,
      body: { code: "TenantAccessForbidden" },
    });
  }
});
