import type { Fault } from "./faults";
import type { RouteCount } from "./stats";
import { createPublished, profileBody, startTestServer, type TestClient } from "./test-support";

let client: TestClient | undefined;
afterEach(async () => client?.close());

const start = async (...faults: Fault[]) => {
  client = await startTestServer({ faults });
  return client;
};
const names = async (client: TestClient) => {
  const { body } = await client.call<{ items: { metadata: { name: string } }[] }>(
    "GET",
    "/v1/dashboard/clusterprofiles/metadata",
  );
  return body.items.map((item) => item.metadata.name);
};

test("a status stands in for the answer as many times as told, and the request is not carried out", async () => {
  const client = await start({
    match: { method: "PATCH", route: "/v1/clusterprofiles/{uid}/publish" },
    times: 2,
    action: { status: 500 },
  });
  const { body } = await client.call<{ uid: string }>("POST", "/v1/clusterprofiles", { body: profileBody("p", []) });
  const publish = () => client.call("PATCH", `/v1/clusterprofiles/${body.uid}/publish`);
  expect([(await publish()).status, (await publish()).status, (await publish()).status]).toEqual([500, 500, 204]);
});

test("a status comes with the body and headers given, such as Retry-After", async () => {
  const client = await start(
    {
      match: { route: "/v1/packs" },
      action: { status: 429, headers: { "Retry-After": "2" }, body: { code: "TooManyRequests" } },
    },
    { match: { route: "/v1/packs" }, action: { status: 429 } },
  );
  const first = await client.call("GET", "/v1/packs");
  expect([first.status, first.headers.get("retry-after"), first.body]).toEqual([429, "2", { code: "TooManyRequests" }]);
  const second = await client.call("GET", "/v1/packs");
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, null]);
  expect(second.body).toMatchObject({ code: "FaultInjected" });
  expect((await client.call("GET", "/v1/packs")).status).toBe(200);
});

test("reset-before cuts the connection and nothing is done; reset-after cuts it once it is done", async () => {
  const match = { method: "POST", route: "/v1/clusterprofiles" };
  const client = await start({ match, action: "reset-before" }, { match, action: "reset-after" });
  const create = (name: string) => createPublished(client, profileBody(name, []));
  await expect(create("lost")).rejects.toThrow();
  expect(await names(client)).toEqual([]);
  await expect(create("kept")).rejects.toThrow();
  expect(await names(client)).toEqual(["kept"]);
  const { body } = await client.call<RouteCount[]>("GET", "/__server/stats");
  expect(body).toContainEqual({ method: "POST", route: "/v1/clusterprofiles", status: 0, count: 2 });
});

test("a delayed request is carried out late, even when its client has gone", async () => {
  const client = await start({ match: { route: "/v1/clusterprofiles" }, action: { delayMs: 150 } });
  const began = Date.now();
  const gone = fetch(`${client.server.url}/v1/clusterprofiles`, {
    method: "POST",
    headers: { ApiKey: client.server.apiKey, "Content-Type": "application/json" },
    body: JSON.stringify(profileBody("late", [])),
    signal: AbortSignal.timeout(50),
  });
  await expect(gone).rejects.toThrow();
  expect(await names(client)).toEqual([]);
  while ((await names(client)).length === 0 && Date.now() - began < 5000) await new Promise((r) => setTimeout(r, 20));
  expect(Date.now() - began).toBeGreaterThanOrEqual(140);
  expect(await names(client)).toEqual(["late"]);
});

test("closing the server does not wait for a long delay", async () => {
  const client = await startTestServer({ faults: [{ match: { route: "*" }, action: { delayMs: 60_000 } }] });
  const slow = client.call("GET", "/v1/packs");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const began = Date.now();
  await client.close();
  expect((await slow).status).toBe(200);
  expect(Date.now() - began).toBeLessThan(5000);
});

test("faults are set, listed and cleared at run time, on one path or on all", async () => {
  const client = await start();
  const set = (body: unknown) => client.call("POST", "/__server/faults", { body, headers: { ApiKey: "" } });
  const one: Fault = { match: { method: "get", route: "/v1/projects/a" }, times: 1, action: { status: 503 } };
  expect((await set([one, { match: { route: "*" }, times: 3, action: { status: 502 } }])).status).toBe(204);
  expect((await client.call("GET", "/v1/projects/a")).status).toBe(503);
  expect((await client.call("GET", "/v1/packs")).status).toBe(502);
  expect((await client.call<Fault[]>("GET", "/__server/faults")).body).toEqual([
    { match: { route: "*" }, times: 2, action: { status: 502 } },
  ]);
  expect((await client.call("DELETE", "/__server/faults")).status).toBe(204);
  expect((await client.call("GET", "/v1/packs")).status).toBe(200);
});

test.each([
  [{}, "match.route is missing"],
  [{ match: { route: "*" }, action: "explode" }, "reset-before"],
  [{ match: { route: "*" }, times: 0, action: { status: 500 } }, "times must be"],
  [{ match: { route: "*" }, action: { status: 42 } }, "status, body?"],
])("a fault that is not understood is refused: %j", async (fault, message) => {
  const client = await start();
  expect(await client.call("POST", "/__server/faults", { body: fault })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  });
});
