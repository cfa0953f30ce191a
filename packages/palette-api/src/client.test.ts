import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient, type Scope, TENANT } from "./client";
import { PaletteCancelledError, PaletteError, PaletteUnreachableError } from "./errors";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done).closeAllConnections())));
});

/** A host that gives these answers in turn, the last one for ever. */
async function host(...answers: Answer[]) {
  const requests: { method?: string; url?: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body });
      (answers.length > 1 ? answers.shift() : answers[0])?.(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
const cut: Answer = (request) => request.socket.destroy();
const silent: Answer = () => undefined;

const signal = new AbortController().signal;
const get = { method: "GET", path: "/v1/things", scope: TENANT, signal } as const;
const post = { ...get, method: "POST", body: { a: 1 } } as const;
const failure = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error("the call was answered");
    },
    (error: unknown) => error,
  );

describe("a call", () => {
  it("carries the key, and its own scope and no other's, when many run at once", async () => {
    const { url, requests } = await host(json(200, {}));
    const client = createClient({ host: url, apiKey: "k" });
    const scopes: Scope[] = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? TENANT : { kind: "project", uid: `p${index}` },
    );
    await Promise.all(scopes.map((scope, index) => client.send({ ...get, path: `/v1/things/${index}`, scope })));
    for (const { url: path, headers } of requests) {
      const scope = scopes[Number(path?.split("/").at(-1))]!;
      expect(headers.apikey).toBe("k");
      expect(headers.projectuid).toBe(scope.kind === "project" ? scope.uid : undefined);
    }
    expect(requests).toHaveLength(20);
  });

  it("that is refused rejects with Palette's code, message, reference and details", async () => {
    const { url } = await host(
      json(409, { code: "ClusterProfileAlreadyExists", message: "taken", ref: "r1", details: { a: 1 } }),
    );
    const error = await failure(createClient({ host: url, apiKey: "k" }).send(post));
    expect(error).toBeInstanceOf(PaletteError);
    expect(error).toMatchObject({
      status: 409,
      code: "ClusterProfileAlreadyExists",
      message: "taken",
      ref: "r1",
      details: { a: 1 },
      call: "POST /v1/things",
    });
  });

  it("that gets a page instead of Palette's answer says which status it was", async () => {
    const { url } = await host((_, response) =>
      response.writeHead(404, { "content-type": "text/html" }).end("<h1>no</h1>"),
    );
    const error = await failure(createClient({ host: url, apiKey: "k" }).send(get));
    expect(error).toMatchObject({ status: 404, code: "HTTP404", message: "Palette answered 404 without saying why" });
  });

  it("never shows the key in an error, however it fails", async () => {
    const key = "canary-key";
    const { url } = await host(cut, cut, cut, cut, json(500, {}));
    const errors = [
      await failure(createClient({ host: url, apiKey: key }).send(post)),
      await failure(createClient({ host: url, apiKey: key }).send(get)),
      await failure(createClient({ host: "http://127.0.0.1:1", apiKey: key }).send(get)),
    ];
    for (const error of errors) {
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(key);
      expect((error as Error).cause).toBeUndefined();
    }
  });

  it("without a key is not made, and says what to set", async () => {
    const { url, requests } = await host(json(200, {}));
    const error = await failure(createClient({ host: url, apiKey: undefined }).send(get));
    expect(error).toMatchObject({ code: "NO_API_KEY", message: expect.stringContaining("SPECTROCLOUD_APIKEY") });
    expect(requests).toEqual([]);
  });

  it("does not follow a redirect, which would carry the key elsewhere", async () => {
    const other = await host(json(200, {}));
    const { url } = await host(json(302, {}, { location: `${other.url}/v1/things` }));
    expect(await failure(createClient({ host: url, apiKey: "k" }).send(get))).toMatchObject({ status: 302 });
    expect(other.requests).toEqual([]);
  });
});

describe("a call is repeated", () => {
  it.each([429, 502, 503, 504])("when a GET is answered %i", async (status) => {
    const { url, requests } = await host(json(status, {}, { "retry-after": "0.01" }), json(200, { ok: true }));
    expect(await createClient({ host: url, apiKey: "k" }).send(get)).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
  });

  it("when a GET loses its connection", async () => {
    const { url, requests } = await host(cut, json(200, { ok: true }));
    expect(await createClient({ host: url, apiKey: "k" }).send(get)).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
  });

  it("when a POST is refused for its rate, since it was not acted on", async () => {
    const { url, requests } = await host(json(429, {}, { "retry-after": "0.01" }), json(201, { uid: "u" }));
    expect(await createClient({ host: url, apiKey: "k" }).send(post)).toEqual({ uid: "u" });
    expect(requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });
});

describe("a call is made once", () => {
  it.each([502, 503, 504])("when a POST is answered %i", async (status) => {
    const { url, requests } = await host(json(status, {}), json(201, {}));
    expect(await failure(createClient({ host: url, apiKey: "k" }).send(post))).toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  it("when a POST loses its connection, and says that Palette may have acted", async () => {
    const { url, requests } = await host(cut, json(201, {}));
    const error = await failure(createClient({ host: url, apiKey: "k" }).send(post));
    expect(error).toBeInstanceOf(PaletteUnreachableError);
    expect(error).toMatchObject({ mayHaveActed: true });
    expect(requests).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 409, 422, 500])("when it is answered %i", async (status) => {
    const { url, requests } = await host(json(status, {}), json(200, {}));
    expect(await failure(createClient({ host: url, apiKey: "k" }).send(get))).toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  it("when nothing listens, and says that Palette cannot have acted", async () => {
    const error = await failure(createClient({ host: "http://127.0.0.1:1", apiKey: "k" }).send(post));
    expect(error).toMatchObject({ code: "ECONNREFUSED", mayHaveActed: false });
  });
});

describe("a call ends", () => {
  it("when the engine says stop", async () => {
    const { url } = await host(silent);
    const stop = new AbortController();
    const call = failure(createClient({ host: url, apiKey: "k" }).send({ ...get, signal: stop.signal }));
    setTimeout(() => stop.abort(), 30);
    expect(await call).toBeInstanceOf(PaletteCancelledError);
  });

  it("when the engine says stop while it waits to repeat", async () => {
    const { url, requests } = await host(json(429, {}, { "retry-after": "30" }));
    const stop = new AbortController();
    const call = failure(createClient({ host: url, apiKey: "k" }).send({ ...get, signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    expect(await call).toBeInstanceOf(PaletteCancelledError);
    expect(requests).toHaveLength(1);
  });

  it("at the deadline of the resource, and says so", async () => {
    const { url } = await host(silent);
    const error = await failure(
      createClient({ host: url, apiKey: "k" }).send({ ...get, signal: AbortSignal.timeout(30) }),
    );
    expect(error).toMatchObject({ code: "DEADLINE", message: expect.stringContaining("timeouts") });
  });

  it("when one attempt takes too long", async () => {
    const { url } = await host(silent);
    const error = await failure(createClient({ host: url, apiKey: "k", timeout: 30 }).send(post));
    expect(error).toMatchObject({ code: "ETIMEDOUT", mayHaveActed: true, message: expect.stringContaining("0.03 s") });
  });
});

describe("a host", () => {
  it.each([
    ["api.spectrocloud.com", "https://api.spectrocloud.com"],
    ["palette.example.com:8443", "https://palette.example.com:8443"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080"],
  ])("written as %s is reached at %s", (written, url) => {
    expect(createClient({ host: written, apiKey: "k" }).url).toBe(url);
  });

  it("that is none is refused with what was written", () => {
    expect(() => createClient({ host: "not a host", apiKey: "k" })).toThrow('"not a host" is not a host');
  });
});
