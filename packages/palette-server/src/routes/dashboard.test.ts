import type { V1ClusterProfilesMetadata, V1ClusterProfilesSummary } from "@palette-profiles/palette-api";
import { createPublished, profileBody, startTestServer, type TestClient, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
let project: string;
let other: string;
beforeAll(async () => {
  client = await startTestServer({ seed: folder.write("seed.yaml", "projects: [{name: Other}]") });
  project = await client.projectUid();
  other = await client.projectUid("Other");
  await createPublished(client, profileBody("shared", []));
  await createPublished(client, profileBody("web", [{ name: "nginx", tag: "1.11.4" }]), project);
  await createPublished(client, profileBody("web", [], { version: "1.10.0" }), project);
  await createPublished(client, profileBody("web", [], { version: "1.9.0" }), project);
  await createPublished(client, profileBody("theirs", []), other);
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

const metadata = async (scope?: string) => {
  const path = "/v1/dashboard/clusterprofiles/metadata";
  const { body } = await client.call<V1ClusterProfilesMetadata>("GET", path, { project: scope });
  return body.items.map((item) => `${item.metadata?.name} ${item.spec?.version}`);
};
const summary = async (body: unknown, query = "") =>
  (
    await client.call<V1ClusterProfilesSummary>("POST", `/v1/dashboard/clusterprofiles?${query}`, {
      body,
      project,
    })
  ).body;
const shown = (list: V1ClusterProfilesSummary) =>
  list.items.map((item) => `${item.metadata?.name} ${item.specSummary?.version}`);

test("a project sees its own profiles and the tenant's, one item a version", async () => {
  expect(await metadata(project)).toEqual(["shared 1.0.0", "web 1.0.0", "web 1.10.0", "web 1.9.0"]);
  expect(await metadata(other)).toEqual(["shared 1.0.0", "theirs 1.0.0"]);
});

test("the tenant sees its own profiles only", async () => {
  expect(await metadata()).toEqual(["shared 1.0.0"]);
});

test("the summary has one item a profile, shown as its newest version", async () => {
  const list = await summary({});
  expect(shown(list)).toEqual(["shared 1.0.0", "web 1.10.0"]);
  expect(list.items[1]).toMatchObject({
    specSummary: { versions: [{ version: "1.0.0" }, { version: "1.10.0" }, { version: "1.9.0" }] },
    status: { isPublished: true },
  });
});

test("the summary filters, sorts and pages", async () => {
  expect(shown(await summary({ filter: { profileName: { beginsWith: "we" } } }))).toEqual(["web 1.10.0"]);
  expect(shown(await summary({ filter: { version: { beginsWith: "1.0" } } }))).toEqual(["shared 1.0.0", "web 1.0.0"]);
  expect(shown(await summary({ filter: { scope: "tenant" } }))).toEqual(["shared 1.0.0"]);
  expect(shown(await summary({ filter: { profileType: ["infra"] } }))).toEqual([]);
  expect(shown(await summary({ sort: [{ field: "profileName", order: "desc" }] }))).toEqual([
    "web 1.10.0",
    "shared 1.0.0",
  ]);
  const first = await summary({}, "limit=1");
  expect(shown(first)).toEqual(["shared 1.0.0"]);
  expect(first.listmeta).toMatchObject({ count: 2, limit: 1, offset: 0 });
  expect(shown(await summary({}, `limit=1&continue=${first.listmeta?.continue}`))).toEqual(["web 1.10.0"]);
});
