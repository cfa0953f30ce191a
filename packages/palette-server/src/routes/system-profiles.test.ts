import type {
  V1ClusterProfile,
  V1ClusterProfilesMetadata,
  V1ClusterProfilesSummary,
  V1ManifestEntities,
  V1UserToken,
} from "@palette-profiles/palette-api";
import { type CallOptions, createPublished, profileBody, startTestServer, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
afterAll(() => folder.remove());
folder.write("kubernetes.yaml", "\npack:\n  podCIDR: 192.168.0.0/16\nimage: one\n");
folder.write("issuer.yaml", "kind: Issuer\n");
const PROFILE = `
systemAdministrators: [{email: root@example.com, password: secret}]
systemProfile:
  name: palette
  version: 4.8.0
  cloud: vsphere
  description: hosts Palette
  packs:
    - {name: kubernetes, tag: 1.31.5, valuesFile: kubernetes.yaml}
    - {name: cni-calico, registry: Public Repo}
    - {name: extras, type: manifest, manifests: [{name: issuer, contentFile: issuer.yaml}]}
`;
const UPGRADE = `
  upgrade:
    version: 4.8.6
    packs:
      - {name: kubernetes, tag: 1.32.1, values: "pack:\\n  podCIDR: 192.168.0.0/16\\nimage: two"}
      - {name: extras, manifests: [{name: issuer, content: "kind: ClusterIssuer"}]}
      - {name: nginx}
`;
let count = 0;
const seedOf = (text: string) => folder.write(`seed-${count++}.yaml`, text);
const SEED = seedOf(PROFILE + UPGRADE);

/** Closes itself after the test. */
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
async function start(seed = SEED, data?: string) {
  const client = await startTestServer({ seed, ...(data === undefined ? {} : { data }) });
  open.push(() => client.close());
  const body = { emailId: "root@example.com", password: "secret" };
  const signedIn = await client.call<V1UserToken>("POST", "/v1/auth/authenticate", { body });
  const headers = { ApiKey: "", Authorization: signedIn.body.Authorization! };
  const asSystem = <T = unknown>(method: string, path: string, options: CallOptions = {}) =>
    client.call<T>(method, path, { ...options, headers });
  const list = await asSystem<V1ClusterProfilesMetadata>("GET", "/v1/dashboard/clusterprofiles/metadata");
  const uid = list.body.items[0]?.metadata?.uid ?? "";
  return { client, asSystem, list: list.body, uid, path: `/v1/clusterprofiles/${uid}` };
}
const read = async ({ asSystem, path }: Awaited<ReturnType<typeof start>>) =>
  (await asSystem<V1ClusterProfile>("GET", path)).body;
const layers = (profile: V1ClusterProfile, stage: "draft" | "published" = "published") =>
  profile.spec?.[stage]?.packs?.map((pack) => `${pack.name} ${pack.tag} ${pack.values?.slice(-10)}`.trim());
const editOf = (profile: V1ClusterProfile, values: string) => ({
  metadata: { name: profile.metadata?.name },
  spec: {
    version: profile.spec?.version,
    template: {
      type: "system",
      packs: profile.spec?.published?.packs?.map((pack) => ({
        ...pack,
        values: pack.name === "kubernetes" ? values : pack.values,
        manifests: pack.manifests?.map(({ name, uid }) => ({ name, uid, content: "kind: Issuer" })),
      })),
    },
  },
});

describe("the seed's system profile", () => {
  test("is a published cluster profile of type and scope system; a layer without a tag or values has its pack's", async () => {
    const system = await start();
    const profile = await read(system);
    expect(profile).toMatchObject({
      metadata: { name: "palette", annotations: { scope: "system", description: "hosts Palette" } },
      spec: { version: "4.8.0", published: { type: "system", cloudType: "vsphere", profileVersion: "4.8.0" } },
      status: { isPublished: true },
    });
    const [kubernetes, calico, extras] = profile.spec?.published?.packs ?? [];
    expect(kubernetes).toMatchObject({ tag: "1.31.5", layer: "k8s", values: expect.stringMatching(/^pack:.*one$/s) });
    expect(calico).toMatchObject({ tag: "3.29.1", values: expect.stringContaining("CrossSubnet") });
    const manifests = await system.asSystem<V1ManifestEntities>("GET", `${system.path}/packs/extras/manifests`);
    expect(manifests.body.items[0]?.spec?.published?.content).toBe("kind: Issuer");
    expect(extras).toMatchObject({ type: "manifest", layer: "addon" });
  });

  test("stays as it was changed, renamed and upgraded when the server starts again with the same seed", async () => {
    const data = `${folder.path}/again.db`;
    const first = await start(SEED, data);
    await first.asSystem("PUT", first.path, { body: editOf(await read(first), "mine: 1") });
    await first.asSystem("PATCH", `${first.path}/publish`);
    const metadata = { name: "renamed", labels: { team: "platform" } };
    await first.asSystem("PATCH", `${first.path}/metadata`, { body: { metadata, spec: { version: "5.0.0" } } });
    const before = await read(first);
    await open.pop()!();
    const second = await start(SEED, data);
    expect(second.list.items).toHaveLength(1);
    expect(await read(second)).toEqual(before);
    expect(layers(before)?.[0]).toContain("mine: 1");
    expect((await second.client.call("POST", "/__server/upgrade")).body).toMatchObject({ uid: first.uid });
  });

  test.each([
    ["packs: []", "systemProfile.packs must be a list of at least one layer"],
    ["packs: [{name: nginx}], upgrades: {}", 'systemProfile has the unknown key "upgrades"; there are name, version'],
    ["packs: [{name: nginx, value: a}]", 'systemProfile.packs[0] has the unknown key "value"'],
    ["packs: [{name: nginx, type: zip}]", "systemProfile.packs[0].type must be one of spectro, helm, manifest, oci"],
    ["packs: [{name: nginx}, {name: nginx}]", 'systemProfile.packs names "nginx" twice'],
    ["packs: [{name: nginx, valuesFile: none.yaml}]", "systemProfile.packs[0].valuesFile cannot be read"],
    ["packs: [{name: nginx, values: a, valuesFile: b}]", "systemProfile.packs[0] has both values and valuesFile"],
    ["packs: [{name: a, manifests: [{name: b}]}]", "systemProfile.packs[0].manifests[0].content is missing"],
    ["packs: [{name: nginx}], upgrade: {packs: []}", "systemProfile.upgrade.packs must be a list of at least one"],
    [
      "packs: [{name: ngnix}]",
      'The seed\'s system profile "x" cannot be made: The pack "ngnix" is not in any registry',
    ],
    ["packs: [{name: nginx, registry: Ours}]", 'an unknown registry: "Ours"; there are Public Repo'],
    ['packs: [{name: nginx, values: "{{.spectro.var.a}}"}]', 'used but not defined: "a" in the pack "nginx"'],
  ])("of {%s} is refused: %s", async (text, message) => {
    await expect(start(seedOf(`systemProfile: {name: x, ${text}}`))).rejects.toThrow(message);
  });

  test.each([
    ["[{email: a}]", "systemAdministrators[0].password must be a text"],
    ["[{email: a, password: 1}]", "systemAdministrators[0].password must be a text"],
    ["[{name: a, password: b}]", 'systemAdministrators[0] has the unknown key "name"; there are email, password'],
  ])("administrators %s are refused: %s", async (text, message) => {
    await expect(start(seedOf(`systemAdministrators: ${text}`))).rejects.toThrow(message);
  });
});

describe("with an API key", () => {
  test("a system profile is in no list, and by its uid it is not there, neither to read nor to change", async () => {
    const { client, uid, path } = await start();
    for (const project of [undefined, await client.projectUid()]) {
      const list = await client.call("GET", "/v1/dashboard/clusterprofiles/metadata", { project });
      expect(list.body).toEqual({ items: [] });
      for (const body of [{}, { filter: { scope: "system" } }, { filter: { profileType: ["system"] } }]) {
        const summary = await client.call<V1ClusterProfilesSummary>("POST", "/v1/dashboard/clusterprofiles", {
          body,
          project,
        });
        expect(summary.body).toMatchObject({ items: [], listmeta: { count: 0 } });
      }
      const variables = { variables: [] };
      const calls: [method: string, path: string, body?: unknown][] = [
        ["GET", path],
        ["GET", `/v1/dashboard/clusterprofiles/${uid}`],
        ["GET", `${path}/variables`],
        ["GET", `${path}/packs/manifests`],
        ["GET", `${path}/packs/extras/manifests`],
        ["POST", `${path}/validate/packs`, { packs: [] }],
        ["PUT", path, { metadata: {} }],
        ["PATCH", `${path}/metadata`, { metadata: {} }],
        ["PATCH", `${path}/publish`],
        ["PUT", `${path}/variables`, variables],
        ["PATCH", `${path}/variables`, variables],
        ["DELETE", `${path}/variables`, variables],
        ["DELETE", path],
      ];
      for (const [method, to, body] of calls) {
        const answer = await client.call(method, to, { project, body });
        expect(answer).toMatchObject({ status: 404, body: { code: "ResourceNotFound" } });
      }
      const never = await client.call<{ message: string }>("GET", "/v1/clusterprofiles/0123456789abcdef01234567");
      const hidden = await client.call<{ message: string }>("GET", path);
      expect(hidden.body.message.replace(uid, "")).toBe(never.body.message.replace("0123456789abcdef01234567", ""));
    }
  });

  test("its name and version are free, and it counts against no limit", async () => {
    const { client, path, asSystem } = await start(seedOf(`${PROFILE}\nlimits: {clusterProfiles: 1}`));
    const free = await client.call("GET", "/v1/clusterprofiles/validate/name?name=palette&version=4.8.0");
    expect(free.status).toBe(204);
    const uid = await createPublished(client, profileBody("palette", [], { version: "4.8.0" }));
    const own = await client.call<V1ClusterProfile>("GET", `/v1/clusterprofiles/${uid}`);
    expect(own.body.spec?.versions).toEqual([{ uid, version: "4.8.0" }]);
    const system = await asSystem<V1ClusterProfile>("GET", path);
    expect(system.body.spec?.versions).toHaveLength(1);
  });
});

describe("with a system administrator's token", () => {
  test("the system profiles and only they are seen; those of tenants and projects are forbidden", async () => {
    const { client, asSystem } = await start();
    const project = await client.projectUid();
    const uids = [
      await createPublished(client, profileBody("tenant", [])),
      await createPublished(client, profileBody("ours", []), project),
    ];
    const list = await asSystem<V1ClusterProfilesMetadata>("GET", "/v1/dashboard/clusterprofiles/metadata");
    expect(list.body.items.map((item) => item.metadata?.name)).toEqual(["palette"]);
    const summary = await asSystem<V1ClusterProfilesSummary>("POST", "/v1/dashboard/clusterprofiles", { body: {} });
    expect(summary.body.items.map((item) => item.metadata?.name)).toEqual(["palette"]);
    for (const uid of uids) {
      for (const method of ["GET", "DELETE"]) {
        expect(await asSystem(method, `/v1/clusterprofiles/${uid}`)).toMatchObject({
          status: 403,
          body: { code: "TenantAccessForbidden", message: expect.stringContaining("is no system profile") },
        });
      }
      const body = { metadata: { labels: {} } };
      expect((await asSystem("PATCH", `/v1/clusterprofiles/${uid}/metadata`, { body })).status).toBe(403);
    }
    expect((await asSystem("GET", "/v1/clusterprofiles/0123456789abcdef01234567")).status).toBe(404);
  });

  test("layers, metadata and variables are changed, and published", async () => {
    const system = await start();
    const { asSystem, path } = system;
    const variables = [{ name: "cidr", displayName: "CIDR", format: "string" }];
    expect((await asSystem("PUT", `${path}/variables`, { body: { variables } })).status).toBe(204);
    const body = editOf(await read(system), "pack: {podCIDR: '{{.spectro.var.cidr}}'}");
    expect((await asSystem("PUT", path, { body })).status).toBe(204);
    expect(layers(await read(system))?.[0]).toBe("kubernetes 1.31.5 image: one");
    expect((await asSystem("PATCH", `${path}/publish`)).status).toBe(204);
    const metadata = { annotations: { description: "ours" } };
    expect((await asSystem("PATCH", `${path}/metadata`, { body: { metadata } })).status).toBe(204);
    const profile = await read(system);
    expect(profile.spec?.published?.packs?.[0]?.values).toContain("spectro.var.cidr");
    expect(profile.metadata?.annotations).toEqual({ scope: "system", description: "ours" });
    expect((await asSystem("GET", `${path}/variables`)).body).toMatchObject({ variables: [{ name: "cidr" }] });
  });

  test("a system profile is neither created nor deleted: it comes with Palette", async () => {
    const { asSystem, path } = await start();
    for (const [method, to] of [
      ["POST", "/v1/clusterprofiles"],
      ["DELETE", path],
    ] as const) {
      expect(await asSystem(method, to, { body: profileBody("mine", []) })).toMatchObject({
        status: 403,
        body: { code: "OperationForbidden", message: expect.stringContaining("System profiles come with Palette") },
      });
    }
    expect((await asSystem("GET", path)).status).toBe(200);
  });

  test("a name and version is free where no other system profile has it", async () => {
    const { client, asSystem } = await start();
    await createPublished(client, profileBody("web", []));
    const statusOf = async (query: string) =>
      (await asSystem("GET", `/v1/clusterprofiles/validate/name?${query}`)).status;
    expect(await statusOf("name=palette&version=4.8.0")).toBe(409);
    expect(await statusOf("name=palette&version=4.9.0")).toBe(204);
    expect(await statusOf("name=web&version=1.0.0")).toBe(204);
  });

  test("the macros are those of the system", async () => {
    const macros = "macros: [{name: a, value: b, scope: tenant}, {name: c, value: d, scope: system}]";
    const { asSystem } = await start(seedOf(`${PROFILE}\n${macros}`));
    const { body } = await asSystem("GET", "/v1/clusterprofiles/macros");
    expect(body).toEqual({ macros: [{ name: "c", value: "d" }] });
  });
});

describe("an upgrade of Palette", () => {
  test("brings its own content for the layers it names, adds new ones at the end, and leaves the others", async () => {
    const system = await start();
    const before = await read(system);
    await system.asSystem("PUT", system.path, { body: editOf(before, "pack:\n  podCIDR: 10.0.0.0/16") });
    await system.asSystem("PATCH", `${system.path}/publish`);
    const { status, body } = await system.client.call("POST", "/__server/upgrade", { headers: { ApiKey: "" } });
    expect(status).toBe(200);
    expect(body).toEqual({
      uid: system.uid,
      name: "palette",
      version: "4.8.6",
      layers: [
        { name: "kubernetes", tag: "1.32.1", change: "updated" },
        { name: "cni-calico", tag: "3.29.1", change: "unchanged" },
        { name: "extras", tag: "", change: "updated" },
        { name: "nginx", tag: "1.11.4", change: "added" },
      ],
    });
    const after = await read(system);
    expect(after.spec).toMatchObject({ version: "4.8.6", versions: [{ uid: system.uid, version: "4.8.6" }] });
    expect(after.spec?.draft).toBeUndefined();
    expect(after.spec?.published?.packs?.map((pack) => pack.values)).toEqual([
      "pack:\n  podCIDR: 192.168.0.0/16\nimage: two",
      before.spec?.published?.packs?.[1]?.values,
      "",
      expect.stringContaining("nginx"),
    ]);
    const manifests = await system.asSystem<V1ManifestEntities>("GET", `${system.path}/packs/extras/manifests`);
    expect(manifests.body.items.map((item) => item.spec?.published?.content)).toEqual(["kind: ClusterIssuer"]);
    expect(manifests.body.items[0]?.metadata?.uid).toBe(before.spec?.published?.packs?.[2]?.manifests?.[0]?.uid);
  });

  test("reaches a draft too, whose other edits stay", async () => {
    const system = await start();
    const edit = editOf(await read(system), "mine: 1");
    const packs = edit.spec.template.packs?.map((pack) =>
      pack.name === "cni-calico" ? { ...pack, values: "mine: 2" } : pack,
    );
    const body = { ...edit, spec: { ...edit.spec, template: { type: "system", packs } } };
    expect((await system.asSystem("PUT", system.path, { body })).status).toBe(204);
    await system.client.call("POST", "/__server/upgrade");
    const profile = await read(system);
    expect(layers(profile, "draft")?.slice(0, 2)).toEqual([
      "kubernetes 1.32.1 image: two",
      "cni-calico 3.29.1 mine: 2",
    ]);
    expect(profile.spec?.draft?.packs?.map((pack) => pack.packUid)).toEqual(
      profile.spec?.published?.packs?.map((pack) => pack.packUid),
    );
  });

  test("takes other content in the body, as the seed has it; a layer keeps its tag", async () => {
    const system = await start();
    const packs = [{ name: "kubernetes", values: "drift: 1" }];
    const { body } = await system.client.call("POST", "/__server/upgrade", { body: { packs } });
    expect(body).toMatchObject({ version: "4.8.0" });
    expect(layers(await read(system))?.[0]).toBe("kubernetes 1.31.5 drift: 1");
  });

  test.each([
    [{ packs: [] }, "InvalidRequestBody", "packs must be a list of at least one layer"],
    [{ pack: [] }, "InvalidRequestBody", 'The request body has the unknown key "pack"; there are version, packs'],
    [
      { packs: [{ name: "nginx", valuesFile: "a" }] },
      "InvalidRequestBody",
      'packs[0] has the unknown key "valuesFile"',
    ],
    [{ packs: [{ name: "kubernetes", tag: "9.9.9" }] }, "PackTagNotFound", 'has no tag "9.9.9"'],
    [{ packs: [{ name: "nginx", values: "{{.spectro.var.a}}" }] }, "PackVariablesUndefined", '"a" in the pack'],
  ])("a body %j is refused, and changes nothing", async (body, code, message) => {
    const system = await start();
    const before = await read(system);
    const answer = await system.client.call("POST", "/__server/upgrade", { body });
    expect(answer).toMatchObject({ status: 400, body: { code, message: expect.stringContaining(message) } });
    expect(await read(system)).toEqual(before);
  });

  test("does not guess which of two layers of one name it means", async () => {
    const system = await start();
    const twice = ["inner", "outer"].map((name) => ({
      name: "nginx",
      tag: "1.11.4",
      values: `pack:\n  spectrocloud.com/display-name: ${name}`,
    }));
    const body = { metadata: {}, spec: { template: { packs: twice } } };
    expect((await system.asSystem("PUT", system.path, { body })).status).toBe(204);
    expect((await system.asSystem("PATCH", `${system.path}/publish`)).status).toBe(204);
    const answer = await system.client.call("POST", "/__server/upgrade", { body: { packs: [{ name: "nginx" }] } });
    const message = 'The system profile has 2 layers of the name "nginx"';
    expect(answer).toMatchObject({ status: 400, body: { code: "LayerAmbiguous", message } });
  });

  test("without one in the seed, or without a system profile, the answer is 409 and says so", async () => {
    const { client } = await start(seedOf(PROFILE));
    expect(await client.call("POST", "/__server/upgrade")).toMatchObject({
      status: 409,
      body: { code: "NoUpgrade", message: expect.stringContaining("the seed has no systemProfile.upgrade") },
    });
    const bare = await startTestServer();
    open.push(() => bare.close());
    expect(await bare.call("POST", "/__server/upgrade")).toMatchObject({
      status: 409,
      body: { code: "NoSystemProfile" },
    });
  });
});
