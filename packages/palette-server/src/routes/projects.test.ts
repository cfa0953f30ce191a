import type { V1ProjectsSummary } from "@palette-profiles/palette-api";
import { startTestServer, type TestClient, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
beforeAll(async () => {
  client = await startTestServer({
    seed: folder.write("seed.yaml", "projects: [{name: Payments, labels: {env: prod}}, {name: Default}]"),
  });
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

describe("the dashboard's projects", () => {
  const search = async (body?: unknown, query = "") => {
    const answer = await client.call<V1ProjectsSummary>("POST", `/v1/dashboard/projects${query}`, { body });
    return answer.body.items?.map(({ metadata }) => metadata?.name);
  };

  test("are listed by name, with their labels", async () => {
    const { body } = await client.call<V1ProjectsSummary>("POST", "/v1/dashboard/projects");
    expect(body.items).toMatchObject([
      { metadata: { name: "Default", labels: {} } },
      { metadata: { name: "Payments", uid: await client.projectUid("Payments"), labels: { env: "prod" } } },
    ]);
  });

  test("are filtered, ordered and paged", async () => {
    expect(await search({ filter: { name: { contains: "PAY", ignoreCase: true } } })).toEqual(["Payments"]);
    expect(await search({ sort: [{ field: "name", order: "desc" }] })).toEqual(["Payments", "Default"]);
    expect(await search({}, "?limit=1&offset=1")).toEqual(["Payments"]);
    expect(await client.call("POST", "/v1/dashboard/projects", { body: { filter: 3 } })).toMatchObject({ status: 400 });
  });
});

test("a project is read by its uid", async () => {
  const uid = await client.projectUid("Payments");
  expect(await client.call("GET", `/v1/projects/${uid}`)).toMatchObject({
    status: 200,
    body: { metadata: { name: "Payments", uid, labels: { env: "prod" } } },
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
