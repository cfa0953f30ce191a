import { startTestServer, type TestClient, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
beforeAll(async () => {
  client = await startTestServer({ seed: folder.write("seed.yaml", "projects: [{name: Payments}, {name: Default}]") });
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

test("the project Default is there, and those of the seed beside it", async () => {
  const { body } = await client.call("GET", "/v1/dashboard/projects/metadata");
  expect(body).toEqual({
    items: [
      { metadata: { name: "Default", uid: expect.stringMatching(/^[0-9a-f]{24}$/) } },
      { metadata: { name: "Payments", uid: expect.stringMatching(/^[0-9a-f]{24}$/) } },
    ],
  });
});

test("projects can be asked for by name", async () => {
  const { body } = await client.call("GET", "/v1/dashboard/projects/metadata?name=Payments");
  expect(body).toEqual({ items: [{ metadata: { name: "Payments", uid: await client.projectUid("Payments") } }] });
});

test("a project is read by its uid", async () => {
  const uid = await client.projectUid("Payments");
  expect(await client.call("GET", `/v1/projects/${uid}`)).toMatchObject({
    status: 200,
    body: { metadata: { name: "Payments", uid } },
  });
  expect(await client.call("GET", "/v1/projects/000000000000000000000000")).toMatchObject({
    status: 404,
    body: { code: "ResourceNotFound" },
  });
});

test("a ProjectUid that names no project is refused, whatever the call", async () => {
  const answer = await client.call("GET", "/v1/packs", { project: "000000000000000000000000" });
  expect(answer).toMatchObject({ status: 400, body: { code: "InvalidProjectUid" } });
  expect(answer.body).toMatchObject({ message: expect.stringContaining("000000000000000000000000") });
});
