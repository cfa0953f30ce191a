import type { V1RegistriesMetadata, V1Uid } from "@palette-profiles/palette-api";
import {
  createPublished,
  profileBody,
  readProfile,
  startTestServer,
  type TestClient,
  temporaryFolder,
} from "../test-support";

const folder = temporaryFolder();
const SEED = `
registries:
  - {name: Charts, kind: helm}
  - {name: Bundles, kind: oci}
  - {name: Our Packs, kind: pack, packs: [our-packs]}
`;
let client: TestClient;
const uids: Record<string, string> = {};
beforeAll(async () => {
  const { mkdirSync } = await import("node:fs");
  mkdirSync(`${folder.path}/our-packs/nginx`, { recursive: true });
  folder.write(
    "our-packs/nginx/pack.json",
    '{"name": "nginx", "displayName": "Our NGINX", "version": "1.11.4", "layer": "addon"}',
  );
  folder.write("our-packs/nginx/values.yaml", "ours: true\n");
  client = await startTestServer({ seed: folder.write("seed.yaml", SEED) });
  const { body } = await client.call<V1RegistriesMetadata>("GET", "/v1/registries/metadata");
  for (const registry of body.items) uids[registry.name ?? ""] = registry.uid ?? "";
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

test("Public Repo is there, and the registries of the seed beside it", async () => {
  const { body } = await client.call("GET", "/v1/registries/metadata");
  expect(body).toEqual({
    items: [
      {
        uid: uids["Public Repo"],
        name: "Public Repo",
        kind: "pack",
        scope: "system",
        isDefault: true,
        isPrivate: false,
      },
      { uid: uids.Charts, name: "Charts", kind: "helm", scope: "tenant", isDefault: false, isPrivate: false },
      { uid: uids.Bundles, name: "Bundles", kind: "oci", scope: "tenant", isDefault: false, isPrivate: false },
      { uid: uids["Our Packs"], name: "Our Packs", kind: "pack", scope: "tenant", isDefault: false, isPrivate: false },
    ],
  });
  const system = await client.call<V1RegistriesMetadata>("GET", "/v1/registries/metadata?scope=system");
  expect(system.body.items.map((item) => item.name)).toEqual(["Public Repo"]);
});

test.each([
  ["/v1/registries/pack?limit=50&scope=all", ["Public Repo", "Our Packs"]],
  ["/v1/registries/pack/summary", ["Public Repo", "Our Packs"]],
  ["/v1/registries/helm?limit=50&scope=all", ["Charts"]],
  ["/v1/registries/helm/summary", ["Charts"]],
  ["/v1/registries/oci/summary", ["Bundles"]],
])("%s lists the registries of its kind", async (path, names) => {
  const { body } = await client.call<{ items: { metadata: { name: string } }[] }>("GET", path);
  expect(body.items.map((item) => item.metadata.name)).toEqual(names);
});

test("registries that list their packs say that they can be synchronised", async () => {
  const status = async (path: string) => (await client.call("GET", `/v1/registries/${path}`)).body;
  expect(await status(`pack/${uids["Public Repo"]}/sync/status`)).toMatchObject({ isSyncSupported: true });
  expect(await status(`helm/${uids.Charts}/sync/status`)).toMatchObject({ isSyncSupported: false });
  expect(await status(`oci/${uids.Bundles}/basic/sync/status`)).toMatchObject({ isSyncSupported: false });
  expect(await status(`helm/${uids["Public Repo"]}/sync/status`)).toMatchObject({ code: "ResourceNotFound" });
});

test("a registry is read by its uid", async () => {
  const { body } = await client.call("GET", `/v1/registries/helm/${uids.Charts}`);
  expect(body).toMatchObject({ metadata: { name: "Charts" }, spec: { isPrivate: false } });
  expect((await client.call("GET", "/v1/registries/pack/nowhere")).status).toBe(404);
});

test("a pack registry answers as a Helm registry, which the official provider's data source spectrocloud_pack_simple asks of it", async () => {
  const { body } = await client.call("GET", `/v1/registries/helm/${uids["Our Packs"]}`);
  expect(body).toMatchObject({ metadata: { name: "Our Packs" }, spec: { isPrivate: false } });
  expect((await client.call("GET", "/v1/registries/helm/nowhere")).status).toBe(404);
});

test("a chart of a Helm registry that lists nothing is taken as it is, with an exact tag", async () => {
  const chart = { name: "podinfo", type: "helm", tag: "6.7.1", registryUid: uids.Charts, values: "pack: {}" };
  const uid = await createPublished(client, profileBody("chart", [chart]));
  expect((await readProfile(client, uid)).spec?.published?.packs?.[0]).toMatchObject({
    type: "helm",
    layer: "addon",
    registryUid: uids.Charts,
    version: "6.7.1",
    packUid: expect.stringMatching(/^[0-9a-f]{24}$/),
  });
  const loose = profileBody("loose", [{ ...chart, tag: "6.x" }]);
  expect(await client.call("POST", "/v1/clusterprofiles", { body: loose })).toMatchObject({
    status: 400,
    body: { code: "PackTagNotFound" },
  });
});

test("a chart without a registry is refused", async () => {
  const body = profileBody("x", [{ name: "podinfo", type: "helm", tag: "6.7.1" }]);
  expect(await client.call("POST", "/v1/clusterprofiles", { body })).toMatchObject({
    status: 400,
    body: { code: "PackNotFound" },
  });
});

test("a pack that two registries have needs its registry, or the uid of one of the two", async () => {
  const create = (pack: object, name: string) =>
    client.call<V1Uid>("POST", "/v1/clusterprofiles?publish=true", {
      body: profileBody(name, [{ name: "nginx", tag: "1.11.4", ...pack }]),
    });
  expect(await create({}, "ambiguous")).toMatchObject({ status: 400, body: { code: "PackAmbiguous" } });
  const byRegistry = await create({ registryUid: uids["Our Packs"] }, "by-registry");
  const [pack] = (await readProfile(client, byRegistry.body.uid)).spec?.published?.packs ?? [];
  expect(pack?.registryUid).toBe(uids["Our Packs"]);
  const byUid = await create({ uid: pack?.packUid }, "by-uid");
  expect((await readProfile(client, byUid.body.uid)).spec?.published?.packs?.[0]?.registryUid).toBe(uids["Our Packs"]);
  expect(await create({ name: "argo-cd", tag: "7.8.2", registryUid: uids["Our Packs"] }, "elsewhere")).toMatchObject({
    status: 400,
    body: { code: "PackNotFound", message: 'The pack "argo-cd" 7.8.2 is not in the registry "Our Packs"' },
  });
});
