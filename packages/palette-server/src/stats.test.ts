import type { RouteCount } from "./stats";
import { startTestServer, type TestClient } from "./test-support";

let client: TestClient;
beforeEach(async () => {
  client = await startTestServer();
});
afterEach(() => client.close());

const stats = async () => (await client.call<RouteCount[]>("GET", "/__server/stats")).body;

test("requests are counted by method, route and status, and the server's own routes are not", async () => {
  await client.call("GET", "/v1/clusterprofiles/one");
  await client.call("GET", "/v1/clusterprofiles/two?includePackMeta=schema");
  await client.call("GET", "/v1/packs?limit=1");
  await client.call("GET", "/v1/packs", { headers: { ApiKey: "wrong" } });
  await client.call("GET", "/v1/unknown/path");
  await stats();
  expect(await stats()).toEqual([
    { method: "GET", route: "/v1/clusterprofiles/{uid}", status: 404, count: 2 },
    { method: "GET", route: "/v1/packs", status: 200, count: 1 },
    { method: "GET", route: "/v1/packs", status: 403, count: 1 },
    { method: "GET", route: "/v1/*", status: 501, count: 1 },
  ]);
});

test("DELETE starts the counting anew", async () => {
  await client.call("GET", "/v1/packs");
  expect((await client.call("DELETE", "/__server/stats")).status).toBe(204);
  expect(await stats()).toEqual([]);
});
