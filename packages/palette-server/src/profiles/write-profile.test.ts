import type { V1ClusterProfile } from "@palette-profiles/palette-api";
import {
  createPublished,
  profileBody,
  readProfile,
  startTestServer,
  type TestClient,
  type TestPack,
} from "../test-support";

let client: TestClient;
beforeAll(async () => {
  client = await startTestServer();
});
afterAll(() => client.close());

const nginx: TestPack = { name: "nginx", type: "spectro", tag: "1.11.4", values: "a: 1" };
const update = (packs: TestPack[] | null, rest: Record<string, unknown> = {}) => ({
  metadata: {},
  spec: { template: { type: "add-on", packs }, ...rest },
});
const names = (profile: V1ClusterProfile, stage: "draft" | "published") =>
  profile.spec?.[stage]?.packs?.map((pack) => pack.name);

test("PUT writes the draft, and publishing puts it in place of the published template", async () => {
  const uid = await createPublished(client, profileBody("edited", [nginx]));
  const path = `/v1/clusterprofiles/${uid}`;
  const body = update([{ name: "cert-manager", tag: "1.16.2" }]);
  expect((await client.call("PUT", path, { body })).status).toBe(204);
  const edited = await readProfile(client, uid);
  expect([names(edited, "published"), names(edited, "draft")]).toEqual([["nginx"], ["cert-manager"]]);
  expect((await client.call("PATCH", `${path}/publish`)).status).toBe(204);
  const published = await readProfile(client, uid);
  expect([names(published, "published"), names(published, "draft")]).toEqual([["cert-manager"], undefined]);
  expect((await client.call("PATCH", `${path}/publish`)).status).toBe(204);
});

test("PUT renames and re-versions, but not onto another profile, and null packs clear the list", async () => {
  await createPublished(client, profileBody("taken", [nginx]));
  const uid = await createPublished(client, profileBody("renamed", [nginx]));
  const put = (name: string, version: string) =>
    client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: { ...update(null, { version }), metadata: { name } } });
  expect((await put("taken", "1.0.0")).status).toBe(409);
  expect((await put("taken", "1.0.1")).status).toBe(204);
  expect(await readProfile(client, uid)).toMatchObject({
    metadata: { name: "taken" },
    spec: { version: "1.0.1", published: { profileVersion: "1.0.1" }, draft: { packs: [] } },
  });
});

test("the type of a profile cannot change", async () => {
  const uid = await createPublished(client, profileBody("typed", [nginx]));
  const body = { spec: { template: { type: "infra", packs: [] } } };
  expect(await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body })).toMatchObject({
    status: 400,
    body: { code: "InvalidProfileType" },
  });
});

test("peer-uid-drift: a tag is resolved by name even when the uid is that of another version or pack", async () => {
  const uid = await createPublished(client, profileBody("stale", [nginx, { name: "argo-cd", tag: "7.7.5" }]));
  const before = (await readProfile(client, uid)).spec?.published?.packs ?? [];
  const body = update([
    { ...nginx, uid: before[1]?.packUid },
    { name: "argo-cd", tag: "7.8.2", uid: before[1]?.packUid },
  ]);
  await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body });
  const after = (await readProfile(client, uid)).spec?.draft?.packs ?? [];
  expect(after[0]).toMatchObject({ name: "nginx", packUid: before[0]?.packUid });
  expect(after[1]).toMatchObject({ name: "argo-cd", tag: "7.8.2", version: "7.8.2" });
  expect(after[1]?.packUid).not.toBe(before[1]?.packUid);
});

test("an empty body is enough where Palette takes none, and never clears anything", async () => {
  const uid = await createPublished(client, profileBody("bodiless", [nginx], { variables: [{ name: "v" }] }));
  const send = async (method: string, path: string, body: string) => {
    const headers = { ApiKey: client.server.apiKey, "Content-Type": "application/json" };
    return (await fetch(`${client.server.url}/v1/clusterprofiles/${uid}/${path}`, { method, headers, body })).status;
  };
  expect(await send("PATCH", "publish", "")).toBe(204);
  for (const body of ["", "null"]) {
    expect(await send("PATCH", "metadata", body)).toBe(400);
    expect(await send("PUT", "variables", body)).toBe(400);
    expect(await send("PUT", "", body)).not.toBe(204);
  }
  expect(await send("PATCH", "metadata", "{}")).toBe(400);
  const { body } = await client.call("GET", `/v1/clusterprofiles/${uid}/variables`);
  expect(body).toMatchObject({ variables: [{ name: "v" }] });
});

test("PATCH metadata clears labels that are absent and keeps annotations", async () => {
  const uid = await createPublished(client, profileBody("labelled", [nginx]));
  const patch = (metadata: unknown, spec?: unknown) =>
    client.call("PATCH", `/v1/clusterprofiles/${uid}/metadata`, { body: { metadata, spec } });
  const labels = { env: "dev", plain: "spectro__tag" };
  expect((await patch({ name: "labelled", labels, annotations: { description: "d1" } })).status).toBe(204);
  expect((await readProfile(client, uid)).metadata).toMatchObject({ labels, annotations: { description: "d1" } });
  expect((await patch({ name: "labelled" }, { version: "3.0.0" })).status).toBe(204);
  expect(await readProfile(client, uid)).toMatchObject({
    metadata: { labels: {}, annotations: { description: "d1" } },
    spec: { version: "3.0.0", published: { profileVersion: "3.0.0" } },
  });
});
