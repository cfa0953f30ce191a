import type { V1ClusterProfile, V1ClusterProfileSummary, V1Error } from "@palette-profiles/palette-api";
import { createPublished, profileBody, readProfile, startTestServer, temporaryFolder } from "./test-support";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const nginx = { name: "nginx", type: "spectro", tag: "1.11.4", values: "a: 1" };

async function started(seed: string) {
  const client = await startTestServer({ seed: folder.write("seed.yaml", seed) });
  return { client, project: await client.projectUid() };
}

test("a profile tells the clusters and templates of the seed that use it, whenever it is made", async () => {
  const { client, project } = await started(`
clusters:
  - { name: prod-1, profiles: [{ name: web, version: 1.0.0 }] }
  - { name: prod-2, profiles: [{ name: web, version: 1.1.0 }, { name: base, context: tenant }] }
clusterTemplates:
  - { name: gold, profiles: [{ name: base, context: tenant }] }
`);
  const web = await createPublished(client, profileBody("web", [nginx]), project);
  const base = await createPublished(client, profileBody("base", [nginx]));
  const names = ({ status }: V1ClusterProfile) => [
    status?.inUseClusters?.map(({ name }) => name),
    status?.inUseClusterTemplates?.map(({ name }) => name),
  ];
  const shown = await readProfile(client, web);
  expect(names(shown)).toEqual([["prod-1"], []]);
  expect(shown.status?.inUseClusters?.[0]).toEqual({
    kind: "spectrocluster",
    name: "prod-1",
    projectUid: project,
    uid: shown.status?.inUseClusterUids?.[0],
  });
  expect(names(await readProfile(client, base))).toEqual([["prod-2"], ["gold"]]);
  const { body } = await client.call<V1ClusterProfileSummary>("GET", `/v1/dashboard/clusterprofiles/${base}`);
  expect(body.status?.inUseClusterTemplates).toEqual([{ name: "gold", uid: expect.any(String) }]);
  await client.close();
});

test("who uses a profile can be said while the server runs, by uid, and taken back", async () => {
  const { client, project } = await started("{}");
  const uid = await createPublished(client, profileBody("web", [nginx]), project);
  const use = (profiles: unknown[]) =>
    client.call("POST", "/__server/usage", { body: { clusters: [{ name: "prod-1", profiles }] } });
  expect((await use([{ uid }])).status).toBe(204);
  expect((await readProfile(client, uid)).status?.inUseClusters).toHaveLength(1);
  await use([]);
  expect((await readProfile(client, uid)).status?.inUseClusters).toEqual([]);
  const wrong = await use([{ nmae: "web" }]);
  expect([wrong.status, (wrong.body as V1Error).message]).toEqual([
    400,
    'clusters[0].profiles[0] has the unknown key "nmae"; there are uid, name, version, context',
  ]);
  await client.close();
});

test("nothing of a version that a cluster template links to can be changed", async () => {
  const { client, project } = await started("clusterTemplates: [{ name: gold, profiles: [{ name: web }] }]");
  const uid = await createPublished(client, profileBody("web", [nginx]), project);
  const template = { type: "add-on", packs: [{ ...nginx, values: "a: 2" }] };
  const answers = [
    await client.call<V1Error>("PUT", `/v1/clusterprofiles/${uid}`, { project, body: { spec: { template } } }),
    await client.call<V1Error>("PATCH", `/v1/clusterprofiles/${uid}/metadata`, {
      project,
      body: { metadata: { name: "web", labels: { a: "b" } } },
    }),
    await client.call<V1Error>("PUT", `/v1/clusterprofiles/${uid}/variables`, { project, body: { variables: [] } }),
  ];
  for (const { status, body } of answers) {
    expect([status, body.code]).toEqual([400, "ClusterProfileVersionLocked"]);
    expect(body.message).toContain('"gold"');
  }
  expect((await readProfile(client, uid)).spec?.published?.packs?.[0]?.values).toBe("a: 1");
  await createPublished(client, profileBody("web", [nginx], { version: "1.1.0" }), project);
  await client.close();
});

test("no more profiles are made than the seed's limit allows, versions and scopes counted together", async () => {
  const { client, project } = await started("limits: { clusterProfiles: 2 }");
  const uid = await createPublished(client, profileBody("web", [nginx]), project);
  await createPublished(client, profileBody("web", [nginx], { version: "1.1.0" }));
  const create = () =>
    client.call<V1Error>("POST", "/v1/clusterprofiles?publish=true", { project, body: profileBody("third", [nginx]) });
  const refused = await create();
  expect([refused.status, refused.body]).toEqual([
    400,
    expect.objectContaining({ code: "ResourceLimitExceeded", details: { kind: "clusterprofile", limit: 2 } }),
  ]);
  await client.call("DELETE", `/v1/clusterprofiles/${uid}`, { project });
  expect((await create()).status).toBe(201);
  await client.close();
});
