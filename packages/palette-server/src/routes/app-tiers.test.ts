import type {
  V1AppTier,
  V1AppTierManifests,
  V1AppTierResolvedValues,
  V1Manifest,
  V1Uid,
} from "@palette-profiles/palette-api";
import Database from "better-sqlite3";
import { appBody, appCalls, type TestTier } from "../app-profiles/test-support";
import { registryUid } from "../store/registries";
import { startTestServer, type TestClient, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
let calls: ReturnType<typeof appCalls>;
let mysql: string;
beforeAll(async () => {
  client = await startTestServer({ seed: folder.write("seed.yaml", "registries: [{name: Charts, kind: helm}]") });
  calls = appCalls(client);
  mysql = await calls.packUid("mysql-operator");
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

let count = 0;
/** A profile of its own for each test, its path and the uids of its tiers. */
async function profile(...tiers: TestTier[]) {
  const uid = await calls.create(appBody(`profile-${++count}`, tiers));
  const uids = (await calls.tiers(uid)).map((tier) => tier.metadata?.uid ?? "");
  return { uid, path: `/v1/appProfiles/${uid}`, uids };
}
const named = (name: string, content = "a: 1"): TestTier => ({ name, manifests: [{ name: "one", content }] });
const database = (password: string): TestTier => ({
  name: "db",
  type: "operator-instance",
  version: "0.6.2",
  sourceAppTierUid: mysql,
  properties: [
    { name: "dbRootPassword", value: password },
    { name: "dbVolumeSize", value: "20" },
  ],
});
const call = <T = { code?: string; message?: string }>(method: string, path: string, body?: unknown) =>
  client.call<T>(method, path, { body });
const names = async (uid: string) => (await calls.tiers(uid)).map((tier) => tier.metadata?.name);
/** The tiers as a data file has them. */
function storedTiers(data: string): unknown[] {
  const db = new Database(data);
  const tiers = db.prepare("SELECT tier FROM app_tiers").pluck().all();
  db.close();
  return tiers;
}
const NOT_FOUND = { status: 404, body: { code: "ResourceNotFound" } };

describe("a tier", () => {
  test("is shown with all that was sent, its texts without their outer white space", async () => {
    const { path, uids } = await profile({
      ...named("m", "  kind: Namespace\n"),
      version: "1.0.0",
      installOrder: 10,
      values: "\n# note\na:   1\n\n",
    });
    const { body } = await call<V1AppTier>("GET", `${path}/tiers/${uids[0]}`);
    expect(body).toEqual({
      metadata: expect.objectContaining({ name: "m", uid: uids[0] }),
      spec: {
        type: "manifest",
        version: "1.0.0",
        registryUid: "",
        containerRegistryUid: "",
        sourceAppTierUid: "",
        installOrder: 10,
        values: "# note\na:   1",
        properties: [],
        manifests: [{ kind: "manifest", name: "one", uid: expect.stringMatching(/^[0-9a-f]{24}$/) }],
      },
    });
  });

  test("is added at the end", async () => {
    const { uid, path } = await profile(named("a"), named("b"));
    const added = await call<V1Uid>("POST", `${path}/tiers`, { ...named("c"), installOrder: -5 });
    expect(added).toMatchObject({ status: 201, body: { uid: expect.stringMatching(/^[0-9a-f]{24}$/) } });
    expect(await names(uid)).toEqual(["a", "b", "c"]);
    expect((await calls.read(uid)).spec?.template?.appTiers?.at(-1)?.uid).toBe(added.body.uid);
  });

  test("is replaced in its place by one of a new uid", async () => {
    const { uid, path, uids } = await profile(named("a"), named("b"), named("c"));
    const body = { appTier: { name: "z", installOrder: 3 }, replaceWithAppTier: uids[1] };
    const replaced = await call<V1Uid>("PATCH", `${path}/tiers`, body);
    expect(replaced.status).toBe(201);
    const tiers = await calls.tiers(uid);
    expect(tiers.map((tier) => tier.metadata?.name)).toEqual(["a", "z", "c"]);
    expect(tiers.map((tier) => tier.metadata?.uid)).toEqual([uids[0], replaced.body.uid, uids[2]]);
    expect(replaced.body.uid).not.toBe(uids[1]);
    expect(await call("GET", `${path}/tiers/${uids[1]}`)).toMatchObject(NOT_FOUND);
  });

  test("is changed in its place, keeping its uid and kind, and what is not sent is emptied", async () => {
    const { uid, path, uids } = await profile(
      { ...named("a"), values: "a: 1", version: "1.0.0", installOrder: 2 },
      named("b"),
    );
    expect((await call("PUT", `${path}/tiers/${uids[0]}`, { type: "helm", values: "b: 2" })).status).toBe(204);
    const [first] = await calls.tiers(uid);
    expect(first).toMatchObject({
      metadata: { name: "a", uid: uids[0] },
      spec: { type: "manifest", values: "b: 2", version: "", installOrder: 0, manifests: [] },
    });
    expect((await call("PUT", `${path}/tiers/${uids[0]}`, { name: "renamed" })).status).toBe(204);
    expect(await names(uid)).toEqual(["renamed", "b"]);
  });

  test("is deleted, also the last one", async () => {
    const { uid, path, uids } = await profile(named("a"), named("b"));
    for (const tierUid of uids) expect((await call("DELETE", `${path}/tiers/${tierUid}`)).status).toBe(204);
    expect(await names(uid)).toEqual([]);
    expect(await call("DELETE", `${path}/tiers/${uids[0]}`)).toMatchObject(NOT_FOUND);
  });

  test("does not take the name of another", async () => {
    const { uid, path, uids } = await profile(named("a"), named("b"));
    const answers = [
      await call("POST", `${path}/tiers`, named("a")),
      await call("PUT", `${path}/tiers/${uids[1]}`, { name: "a" }),
      await call("PATCH", `${path}/tiers`, { appTier: named("a"), replaceWithAppTier: uids[1] }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 400,
        body: { code: "DuplicateAppTier", message: expect.stringContaining('"a"') },
      });
    }
    expect(await names(uid)).toEqual(["a", "b"]);
  });

  test("that is not there, or of another profile, is told as such", async () => {
    const { path } = await profile(named("a"));
    const { uids } = await profile(named("a"));
    for (const tierUid of [uids[0], "0".repeat(24)]) {
      expect(await call("GET", `${path}/tiers/${tierUid}`)).toMatchObject(NOT_FOUND);
      expect(await call("PUT", `${path}/tiers/${tierUid}`, {})).toMatchObject(NOT_FOUND);
      const replace = { appTier: { name: "z" }, replaceWithAppTier: tierUid };
      expect(await call("PATCH", `${path}/tiers`, replace)).toMatchObject(NOT_FOUND);
    }
    expect(await call("PATCH", `${path}/tiers`, { appTier: { name: "z" } })).toMatchObject({
      status: 400,
      body: { code: "InvalidAppTier", message: expect.stringContaining("replaceWithAppTier is missing") },
    });
  });

  test("a change of it is one of the profile", async () => {
    const { uid, path } = await profile(named("a"));
    const before = (await calls.read(uid)).metadata?.lastModifiedTimestamp ?? "";
    await new Promise((resolve) => setTimeout(resolve, 5));
    await call("POST", `${path}/tiers`, named("b"));
    expect((await calls.read(uid)).metadata?.lastModifiedTimestamp?.localeCompare(before)).toBe(1);
  });
});

describe("PUT of the whole profile", () => {
  test("reorders, and a tier keeps its uid and its manifests' uids by name", async () => {
    const { uid, path, uids } = await profile(named("a"), named("b"));
    const manifestsBefore = (await calls.tiers(uid)).map((tier) => tier.spec?.manifests?.[0]?.uid);
    const body = appBody("put", [named("c"), named("b", "b: 2"), named("a")], "2.0.0", { labels: { x: "y" } });
    expect((await call("PUT", path, body)).status).toBe(204);
    const tiers = await calls.tiers(uid);
    expect(tiers.map((tier) => tier.metadata?.name)).toEqual(["c", "b", "a"]);
    expect(tiers.slice(1).map((tier) => tier.metadata?.uid)).toEqual([uids[1], uids[0]]);
    expect(tiers.slice(1).map((tier) => tier.spec?.manifests?.[0]?.uid)).toEqual(manifestsBefore.reverse());
    expect(await calls.read(uid)).toMatchObject({
      metadata: { name: "put", labels: { x: "y" } },
      spec: { version: "2.0.0" },
    });
  });

  test("without a template leaves the tiers, and a name that is taken changes nothing", async () => {
    const { uid, path } = await profile(named("a"));
    expect((await call("PUT", path, { metadata: { name: `other-${uid}` } })).status).toBe(204);
    expect(await names(uid)).toEqual(["a"]);
    const { path: second, uid: secondUid } = await profile(named("b"));
    expect((await call("PUT", second, appBody(`other-${uid}`, []))).status).toBe(409);
    expect(await names(secondUid)).toEqual(["b"]);
  });
});

describe("the properties of a service", () => {
  const shown = async (uid: string) => (await calls.tiers(uid))[0]?.spec?.properties;
  const password = (value: string) => ({ name: "dbRootPassword", value, type: "string", format: "password" });
  const size = { name: "dbVolumeSize", value: "20", type: "number", format: "" };

  test("are shown with the type and format of their pack, and no password is shown anywhere", async () => {
    const { uid, path, uids } = await profile(database("c2VjcmV0"));
    expect(await shown(uid)).toEqual([password("********"), size]);
    for (const where of ["", "/tiers", `/tiers/${uids[0]}`, `/tiers/${uids[0]}/resolvedValues`]) {
      expect(JSON.stringify((await call("GET", path + where)).body)).not.toContain("c2VjcmV0");
    }
    const list = await call("POST", "/v1/dashboard/appProfiles", {});
    expect(JSON.stringify(list.body)).not.toContain("c2VjcmV0");
  });

  test("one that the pack does not know is taken as text", async () => {
    const { uid } = await profile({ ...database("x"), properties: [{ name: "own", value: "1" }] });
    expect(await shown(uid)).toEqual([{ name: "own", value: "1", type: "string", format: "" }]);
  });

  test("the mask sent back keeps the password, by each way of writing a tier", async () => {
    const data = `${folder.path}/passwords.db`;
    const server = await startTestServer({ data });
    const { create, tiers } = appCalls(server);
    const uid = await create(appBody("masked", [database("c2VjcmV0")]));
    const path = `/v1/appProfiles/${uid}`;
    const tierUid = async () => (await tiers(uid))[0]?.metadata?.uid ?? "";
    const masked = database("********");
    const answers = [
      await server.call("PUT", `${path}/tiers/${await tierUid()}`, { body: masked }),
      await server.call("PUT", path, { body: appBody("masked", [masked]) }),
      await server.call("PATCH", `${path}/tiers`, { body: { appTier: masked, replaceWithAppTier: await tierUid() } }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 204, 201]);
    await server.close();
    // Only the data file can tell what is kept.
    expect(storedTiers(data)).toEqual([expect.stringContaining('"value":"c2VjcmV0"')]);
  });

  test("the mask alone is refused where no password is stored", async () => {
    const told = {
      status: 400,
      body: {
        code: "InvalidTierProperty",
        message: expect.stringContaining('"dbRootPassword" of the tier "db" is a password of which only the mask'),
      },
    };
    expect(await call("POST", "/v1/appProfiles", appBody("mask-only", [database("********")]))).toMatchObject(told);
    const { path } = await profile(named("a"));
    expect(await call("POST", `${path}/tiers`, database("********"))).toMatchObject(told);
  });

  test("what was a password stays hidden when its pack is gone", async () => {
    const data = `${folder.path}/gone.db`;
    const pack = {
      "pack.json": `{"name":"own-db","displayName":"Own","version":"1.0.0","layer":"addon",
        "appTierProperties":[{"name":"secret","format":"password"}]}`,
      "values.yaml": "a: 1",
    };
    for (const [name, text] of Object.entries(pack)) folder.write(name, text);
    const first = await startTestServer({ data, packs: [folder.path] });
    const tier = {
      name: "db",
      type: "operator-instance",
      sourceAppTierUid: await appCalls(first).packUid("own-db"),
      properties: [{ name: "secret", value: "hidden" }],
    };
    const uid = await appCalls(first).create(appBody("gone", [tier]));
    await first.close();
    const second = await startTestServer({ data });
    expect((await appCalls(second).tiers(uid))[0]?.spec?.properties).toEqual([
      { name: "secret", value: "********", type: "string", format: "password" },
    ]);
    await second.close();
  });
});

describe("a Helm tier", () => {
  test("of a registry that lists nothing is taken at the client's word", async () => {
    const tier = {
      name: "kafka",
      type: "helm",
      version: "20.0.0",
      registryUid: registryUid("Charts"),
      sourceAppTierUid: "any",
    };
    const { uid } = await profile(tier);
    expect((await calls.tiers(uid))[0]?.spec).toMatchObject({
      type: "helm",
      version: "20.0.0",
      sourceAppTierUid: "any",
    });
  });

  test("of a registry that lists its packs must name one of them", async () => {
    const body = appBody("x", [
      { name: "web", type: "helm", registryUid: registryUid("Public Repo"), sourceAppTierUid: "any" },
    ]);
    expect(await call("POST", "/v1/appProfiles", body)).toMatchObject({
      status: 400,
      body: { code: "AppTierSourceNotFound", message: expect.stringContaining('"web" of type helm') },
    });
    const sourceAppTierUid = await calls.packUid("nginx");
    await profile({ name: "web", type: "helm", registryUid: registryUid("Public Repo"), sourceAppTierUid });
  });
});

describe("the manifests of a tier", () => {
  const all = async (path: string) => (await call<V1AppTierManifests>("GET", path)).body.manifests ?? [];

  test("are listed, and each is read with its content", async () => {
    const { path, uids } = await profile(named("a", "kind: Namespace"));
    const manifests = `${path}/tiers/${uids[0]}/manifests`;
    const [manifest] = await all(manifests);
    const { body } = await call<V1Manifest>("GET", `${manifests}/${manifest?.metadata?.uid}`);
    expect(body).toEqual(manifest);
    expect(body).toEqual({
      metadata: { name: "one", uid: expect.stringMatching(/^[0-9a-f]{24}$/) },
      spec: { published: { content: "kind: Namespace", digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } },
    });
  });

  test("are added, changed and deleted one by one", async () => {
    const { path, uids } = await profile(named("a"));
    const manifests = `${path}/tiers/${uids[0]}/manifests`;
    const added = await call<V1Uid>("POST", manifests, { name: "two", content: " b: 2\n" });
    expect(added.status).toBe(201);
    const content = async () =>
      (await all(manifests)).map(({ metadata, spec }) => `${metadata?.name}=${spec?.published?.content}`);
    expect(await content()).toEqual(["one=a: 1", "two=b: 2"]);
    const one = (await all(manifests))[0]?.metadata?.uid;
    expect((await call("PUT", `${manifests}/${one}`, { name: "first", content: "c: 3" })).status).toBe(204);
    expect(await content()).toEqual(["first=c: 3", "two=b: 2"]);
    expect((await call("DELETE", `${manifests}/${one}`)).status).toBe(204);
    expect(await content()).toEqual(["two=b: 2"]);
    expect(await call("GET", `${manifests}/${one}`)).toMatchObject(NOT_FOUND);
    expect(await call("PUT", `${manifests}/${one}`, { name: "x" })).toMatchObject(NOT_FOUND);
    expect(await call("DELETE", `${manifests}/${one}`)).toMatchObject(NOT_FOUND);
  });

  test("have names of their own", async () => {
    const { path, uids } = await profile(named("a"));
    const manifests = `${path}/tiers/${uids[0]}/manifests`;
    expect(await call("POST", manifests, { name: "one", content: "" })).toMatchObject({
      status: 400,
      body: { code: "DuplicateManifest", message: 'The tier "a" has two manifests of the name "one"' },
    });
    expect(await call("POST", manifests, { content: "" })).toMatchObject({
      status: 400,
      body: { code: "InvalidManifest", message: "name is missing" },
    });
  });

  test("keep their uid by uid, then by name, when the tier is written, and those not sent go", async () => {
    const { uid, path, uids } = await profile({
      name: "a",
      manifests: ["one", "two", "three"].map((name) => ({ name, content: name })),
    });
    const [one, two] = (await calls.tiers(uid))[0]?.spec?.manifests ?? [];
    const manifests = [
      { name: "two", content: "2" },
      { name: "uno", content: "1", uid: one?.uid },
      { name: "new", content: "3" },
    ];
    expect((await call("PUT", `${path}/tiers/${uids[0]}`, { manifests })).status).toBe(204);
    const after = (await calls.tiers(uid))[0]?.spec?.manifests ?? [];
    expect(after.map(({ name }) => name)).toEqual(["two", "uno", "new"]);
    expect(after.slice(0, 2).map((manifest) => manifest.uid)).toEqual([two?.uid, one?.uid]);
  });
});

test("resolved values name what a tier refers to, without values", async () => {
  const { path, uids } = await profile({
    ...named("a", "host: {{ .spectro.app.$appDeploymentName.db.MYSQLMSTR_SVC }}"),
    values: "region: '{{.spectro.macro.region}}'\nplain: '{{.Values.x}}'",
  });
  const { body } = await call<V1AppTierResolvedValues>("GET", `${path}/tiers/${uids[0]}/resolvedValues`);
  expect(body).toEqual({
    resolved: { "spectro.macro.region": "", "spectro.app.$appDeploymentName.db.MYSQLMSTR_SVC": "" },
  });
});

test("two changes at once lose neither", async () => {
  const { uid, path } = await profile(named("a"));
  const added = ["b", "c", "d", "e"].map((name) => call("POST", `${path}/tiers`, named(name)));
  expect((await Promise.all(added)).map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  expect((await names(uid)).toSorted()).toEqual(["a", "b", "c", "d", "e"]);
});
