import type { V1ManifestEntities } from "@palette-profiles/palette-api";
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

const layer = (name: string, manifests: TestPack["manifests"], uid = "spectro-manifest-pack"): TestPack => ({
  name,
  type: "manifest",
  uid,
  manifests,
});
const read = async (uid: string, pack: string) =>
  (await client.call<V1ManifestEntities>("GET", `/v1/clusterprofiles/${uid}/packs/${pack}/manifests`)).body;

test("each pack of manifests has a packUid of its own, and its manifests are read by name or by packUid", async () => {
  const packs = [
    layer("one", [{ name: "ns", content: "kind: One" }]),
    layer("two", [{ name: "ns", content: "kind: Two" }]),
  ];
  const uid = await createPublished(client, profileBody("manifests", packs));
  const [one, two] = (await readProfile(client, uid)).spec?.published?.packs ?? [];
  expect(one?.packUid).not.toBe(two?.packUid);
  expect(one?.manifests).toEqual([{ kind: "manifest", name: "ns", uid: expect.any(String) }]);
  for (const [pack, content] of [
    ["one", "kind: One"],
    ["two", "kind: Two"],
    [two?.packUid ?? "", "kind: Two"],
  ] as const) {
    const { items } = await read(uid, pack);
    expect(items).toMatchObject([{ metadata: { name: "ns" }, spec: { published: { content } } }]);
  }
  expect((await client.call("GET", `/v1/clusterprofiles/${uid}/packs/none/manifests`)).status).toBe(404);
});

test("a manifest keeps its uid by uid or by name, a new one gets one, an absent one goes", async () => {
  const start = [
    layer(
      "m",
      ["a", "b", "c"].map((name) => ({ name, content: name })),
    ),
  ];
  const uid = await createPublished(client, profileBody("kept", start));
  const [pack] = (await readProfile(client, uid)).spec?.published?.packs ?? [];
  const [a, b] = pack?.manifests ?? [];
  const manifests = [
    { name: "new", content: "n" },
    { name: "a-renamed", content: "a2", uid: a?.uid },
    { name: "b", content: "b2" },
  ];
  await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: update([layer("m", manifests, pack?.packUid)]) });
  const after = (await readProfile(client, uid)).spec?.draft?.packs?.[0];
  expect(after?.packUid).toBe(pack?.packUid);
  expect(after?.manifests?.map(({ name }) => name)).toEqual(["new", "a-renamed", "b"]);
  expect(after?.manifests?.slice(1).map((manifest) => manifest.uid)).toEqual([a?.uid, b?.uid]);
  const { items } = await read(uid, "m");
  expect(items[2]?.spec).toMatchObject({ draft: { content: "b2" }, published: { content: "b" } });
  expect(items[0]?.spec?.published).toBeUndefined();
});

test("a pack inserted before another takes nothing from it, whatever uids the client sends", async () => {
  const uid = await createPublished(client, profileBody("inserted", [layer("old", [{ name: "x", content: "1" }])]));
  const [old] = (await readProfile(client, uid)).spec?.published?.packs ?? [];
  const oldManifest = old?.manifests?.[0]?.uid;
  const packs = [
    layer("young", [{ name: "x", content: "2", uid: oldManifest }], old?.packUid),
    layer("old", [{ name: "x", content: "1", uid: oldManifest }]),
  ];
  await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: update(packs) });
  const [first, second] = (await readProfile(client, uid)).spec?.draft?.packs ?? [];
  expect(second).toMatchObject({ packUid: old?.packUid, manifests: [{ uid: oldManifest }] });
  expect(first?.packUid).not.toBe(old?.packUid);
  expect(first?.manifests?.[0]?.uid).not.toBe(oldManifest);
});

test("a renamed pack of manifests keeps its packUid", async () => {
  const uid = await createPublished(client, profileBody("pack-renamed", [layer("before", [])]));
  const [pack] = (await readProfile(client, uid)).spec?.published?.packs ?? [];
  await client.call("PUT", `/v1/clusterprofiles/${uid}`, { body: update([layer("after", [], pack?.packUid)]) });
  expect((await readProfile(client, uid)).spec?.draft?.packs?.[0]).toMatchObject({
    name: "after",
    packUid: pack?.packUid,
  });
});

test("all manifests of a profile come in one answer, those attached to packs too", async () => {
  const attached = { ...nginx, manifests: [{ name: "secret", content: "kind: Secret" }] };
  const uid = await createPublished(client, profileBody("all", [attached, layer("m", [{ name: "n", content: "k" }])]));
  const { body } = await client.call("GET", `/v1/clusterprofiles/${uid}/packs/manifests`);
  expect(body).toMatchObject({
    metadata: { name: "all" },
    spec: {
      packs: [
        { metadata: { name: "nginx" }, spec: { manifests: [{ name: "secret", content: "kind: Secret" }] } },
        { metadata: { name: "m" }, spec: { manifests: [{ name: "n", content: "k" }] } },
      ],
    },
  });
});
