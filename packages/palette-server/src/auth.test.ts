import type { V1UserToken } from "@palette-profiles/palette-api";
import { startTestServer, type TestClient, temporaryFolder } from "./test-support";

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

describe("a system administrator", () => {
  const folder = temporaryFolder();
  const seed = folder.write("seed.yaml", 'systemAdministrators: [{email: Root@example.com, password: "two words"}]');
  let system: TestClient;
  beforeAll(async () => {
    system = await startTestServer({ seed });
  });
  afterAll(async () => {
    await system.close();
    folder.remove();
  });
  const signIn = (body: unknown) =>
    system.call<V1UserToken>("POST", "/v1/auth/authenticate", { headers: { ApiKey: "" }, body });
  const token = async () => (await signIn({ emailId: "root@example.com", password: "two words" })).body.Authorization!;
  const info = (headers: Record<string, string>) => system.call("GET", "/v1/users/info", { headers });

  test("signs in without a key, and is known by the token, with and without Bearer", async () => {
    const answer = await signIn({ emailId: "root@example.com", password: "two words", org: "" });
    expect(answer).toMatchObject({ status: 200, body: { isMfa: false } });
    const Authorization = answer.body.Authorization!;
    expect(Authorization).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    for (const given of [Authorization, `Bearer ${Authorization}`]) {
      const known = await info({ ApiKey: "", Authorization: given });
      expect(known).toMatchObject({ status: 200, body: { orgName: "system", tenantUid: "" } });
    }
  });

  test.each([
    ["a wrong password", { emailId: "root@example.com", password: "two  words" }],
    ["an unknown address", { emailId: "me@example.com", password: "two words" }],
    ["nothing", {}],
  ])("%s does not sign in", async (_what, body) => {
    expect(await signIn(body)).toMatchObject({ status: 401, body: { code: "InvalidCredentials" } });
  });

  test("a body that is none is told", async () => {
    expect(await signIn(undefined)).toMatchObject({ status: 400, body: { code: "InvalidRequestBody" } });
    expect(await signIn({ emailId: 5 })).toMatchObject({ status: 400, body: { code: "InvalidRequestBody" } });
  });

  test("gets a new token for one that has not expired", async () => {
    const first = await token();
    const { status, body } = await system.call<V1UserToken>("GET", `/v1/auth/refresh/${first}`, {
      headers: { ApiKey: "" },
    });
    expect(status).toBe(200);
    expect(body.Authorization).not.toBe(first);
    expect((await info({ Authorization: body.Authorization! })).status).toBe(200);
  });

  test("is told when a token has expired or is forged, and when it is an API key", async () => {
    const Authorization = await token();
    expect((await system.call("POST", "/__server/expire-tokens", { headers: { ApiKey: "" } })).status).toBe(204);
    const expired = { status: 401, body: { code: "TokenExpired" } };
    expect(await info({ Authorization })).toMatchObject(expired);
    expect(await system.call("GET", `/v1/auth/refresh/${Authorization}`)).toMatchObject(expired);
    const forged = { status: 401, body: { code: "InvalidToken" } };
    expect(await info({ Authorization: `${Authorization.slice(0, -4)}AAAA` })).toMatchObject(forged);
    expect(await info({ Authorization: system.server.apiKey })).toMatchObject({
      status: 401,
      body: { code: "InvalidToken", message: expect.stringContaining("an API key goes into the header ApiKey") },
    });
    expect((await info({ Authorization: await token() })).status).toBe(200);
  });

  test("is refused what belongs to tenants and projects, whether by the path or by the header ProjectUid", async () => {
    const headers = { ApiKey: "", Authorization: await token() };
    const forbidden = { status: 403, body: { code: "TenantAccessForbidden" } };
    for (const path of ["/v1/dashboard/projects/metadata", `/v1/projects/${await system.projectUid()}`]) {
      expect(await system.call("GET", path, { headers })).toMatchObject(forbidden);
    }
    expect(await system.call("POST", "/v1/appProfiles", { headers, body: {} })).toMatchObject(forbidden);
    const project = await system.projectUid();
    expect(await system.call("GET", "/v1/packs", { headers, project })).toMatchObject(forbidden);
  });

  test("reads packs and registries", async () => {
    const headers = { ApiKey: "", Authorization: await token() };
    for (const path of ["/v1/packs", "/v1/registries/metadata", "/v1/registries/pack"]) {
      expect((await system.call("GET", path, { headers })).status).toBe(200);
    }
  });

  test("calls under /v1/system are not for API keys, and not implemented for tokens", async () => {
    expect(await system.call("GET", "/v1/system/config")).toMatchObject({
      status: 403,
      body: {
        code: "SystemTokenRequired",
        message: "GET /v1/system/config needs a system administrator's token, an API key was given",
      },
    });
    const headers = { Authorization: await token() };
    expect((await system.call("GET", "/v1/system/config", { headers })).status).toBe(501);
    expect((await system.call("GET", "/v1/system/config", { headers: { ApiKey: "" } })).status).toBe(401);
  });

  test("signing in is counted, limited and befallen by faults as other calls are", async () => {
    const limited = await startTestServer({
      seed,
      rateLimits: "documented",
      faults: [{ match: { method: "GET", route: "/v1/auth/refresh/{token}" }, times: 1, action: { status: 503 } }],
    });
    expect((await limited.call("GET", "/v1/auth/refresh/a.b.c")).status).toBe(503);
    const body = { emailId: "root@example.com", password: "wrong" };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => limited.call("POST", "/v1/auth/authenticate", { body })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const { body: stats } = await limited.call("GET", "/__server/stats");
    expect(stats).toContainEqual({ method: "GET", route: "/v1/auth/refresh/{token}", status: 503, count: 1 });
    expect(stats).toContainEqual(
      expect.objectContaining({ method: "POST", route: "/v1/auth/authenticate", status: 401 }),
    );
    await limited.close();
  });

  test("neither a password nor a token reaches the log", async () => {
    let log = "";
    const write = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
      log += String(text);
      return true;
    });
    const logging = await startTestServer({ seed, logger: true });
    const credentials = { emailId: "root@example.com", password: "two words" };
    const { body } = await logging.call<V1UserToken>("POST", "/v1/auth/authenticate", { body: credentials });
    await logging.call("GET", `/v1/auth/refresh/${body.Authorization}?setCookie=false`);
    await logging.call("GET", `/v1/auth/refresh/${body.Authorization}/more`);
    await logging.close();
    write.mockRestore();
    expect(log).toContain("/v1/auth/refresh/{token}?setCookie=false");
    expect(log).not.toContain(body.Authorization);
    expect(log).not.toContain("two words");
  });
});
