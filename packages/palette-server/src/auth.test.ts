import { startTestServer, type TestClient } from "./test-support";

let client: TestClient;
beforeAll(async () => {
  client = await startTestServer({ apiKey: "the-key" });
});
afterAll(() => client.close());

test("a call without a key is answered 401 in Palette's error shape", async () => {
  const answer = await client.call("GET", "/v1/dashboard/projects/metadata", { headers: { ApiKey: "" } });
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual({
    code: "Unauthenticated",
    message: "The header ApiKey is missing",
    ref: expect.any(String),
    details: {},
  });
});

test.each(["wrong", "the-key-and-more", "the-ke"])("the wrong key %p is answered 403", async (key) => {
  const answer = await client.call("GET", "/v1/dashboard/projects/metadata", { headers: { ApiKey: key } });
  expect(answer).toMatchObject({ status: 403, body: { code: "InvalidApiKey" } });
});

test("the key is asked for before a path is told to be unknown", async () => {
  const answer = await client.call("GET", "/v1/nowhere", { headers: { ApiKey: "wrong" } });
  expect(answer.status).toBe(403);
});

test("a path of Palette that is not implemented is answered 501", async () => {
  const answer = await client.call("GET", "/v1/spectroclusters/abc");
  expect(answer).toMatchObject({
    status: 501,
    body: { code: "NotImplemented", message: "This server does not implement GET /v1/spectroclusters/abc" },
  });
});

test("a path outside /v1 is answered 404", async () => {
  expect((await client.call("GET", "/elsewhere")).status).toBe(404);
});

test("the server's own routes need no key", async () => {
  expect((await client.call("GET", "/__server/stats", { headers: { ApiKey: "" } })).status).toBe(200);
});

test("without a key in the options each server makes one of its own", async () => {
  const [one, two] = await Promise.all([startTestServer(), startTestServer()]);
  expect(one.server.apiKey).toMatch(/^[\w-]{32}$/);
  expect(one.server.apiKey).not.toBe(two.server.apiKey);
  await Promise.all([one.close(), two.close()]);
});

test("an empty key is refused at the start", async () => {
  await expect(startTestServer({ apiKey: " " })).rejects.toThrow("apiKey is empty");
});
