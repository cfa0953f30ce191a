import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect as connectSocket } from "node:net";
import type { Duplex } from "node:stream";
import { createClient, TENANT } from "./client";
import type { ConnectionSettings } from "./connection";
import { PaletteUnreachableError } from "./errors";
import { OWN_CERTIFICATE as own } from "./own-certificate.test-support";

const signal = new AbortController().signal;
const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];

const servers: Server[] = [];
const sockets: Duplex[] = [];
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  for (const name of PROXY_VARIABLES) delete process.env[name];
});
afterEach(async () => {
  for (const name of PROXY_VARIABLES) delete process.env[name];
  Object.assign(process.env, before);
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done).closeAllConnections())));
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** A Palette behind a certificate that nobody knows. */
const selfHosted = () => listening(createHttpsServer(own, (_, response) => void response.end('{"ok":true}')));

/** A proxy that carries every connection to one port of this machine, and says what it was asked for. */
async function proxyTo(port: number) {
  const asked: string[] = [];
  const proxy = createHttpServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end("{}");
  });
  proxy.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url} ${request.headers.apikey ?? "without the key"}`);
    const on = connectSocket(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      on.pipe(socket).pipe(on);
    });
    for (const each of [on, socket]) sockets.push(each.on("error", () => undefined));
  });
  return { asked, url: `http://127.0.0.1:${await listening(proxy)}` };
}

const ask = (host: string, settings: ConnectionSettings = {}) =>
  createClient({ host, apiKey: "k", ...settings }).send({ method: "GET", path: "/v1/things", scope: TENANT, signal });

describe("a certificate of a CA of one's own", () => {
  it("is refused at once, with what to set", async () => {
    const error: unknown = await ask(`127.0.0.1:${await selfHosted()}`).catch((caught) => caught);
    expect(error).toBeInstanceOf(PaletteUnreachableError);
    expect(error).toMatchObject({
      code: "UNTRUSTED_CERTIFICATE",
      mayHaveActed: false,
      message: expect.stringContaining("SPECTROCLOUD_CA_FILE"),
    });
  });

  it("is taken where that CA is given, by this client and no other", async () => {
    const host = `127.0.0.1:${await selfHosted()}`;
    expect(await ask(host, { ca: own.cert })).toEqual({ ok: true });
    await expect(ask(host)).rejects.toMatchObject({ code: "UNTRUSTED_CERTIFICATE" });
  });

  it("is taken unseen where that is asked for, by this client and no other", async () => {
    const host = `127.0.0.1:${await selfHosted()}`;
    expect(await ask(host, { insecure: true })).toEqual({ ok: true });
    await expect(ask(host)).rejects.toMatchObject({ code: "UNTRUSTED_CERTIFICATE" });
    expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBeUndefined();
  });
});

describe("a proxy of HTTPS_PROXY", () => {
  it("carries the connection and sees neither the call nor the key; the certificate is still checked", async () => {
    const proxy = await proxyTo(await selfHosted());
    process.env.HTTPS_PROXY = proxy.url;
    expect(await ask("palette.test", { ca: own.cert })).toEqual({ ok: true });
    expect(proxy.asked).toEqual(["CONNECT palette.test:443 without the key"]);
    await expect(ask("palette.test")).rejects.toMatchObject({ code: "UNTRUSTED_CERTIFICATE" });
    await expect(ask("other.test", { ca: own.cert })).rejects.toMatchObject({ code: "UNTRUSTED_CERTIFICATE" });
  });

  it("is passed by where NO_PROXY names the host, and for what listens on this machine", async () => {
    const port = await selfHosted();
    const proxy = await proxyTo(port);
    Object.assign(process.env, { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url, NO_PROXY: "palette.invalid" });
    await expect(ask("palette.invalid")).rejects.toMatchObject({ code: "ENOTFOUND" });
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      await ask(host, { insecure: true });
    }
    expect(proxy.asked).toEqual([]);
  });
});

describe("attempts", () => {
  it("are as many as were asked for", async () => {
    let calls = 0;
    const port = await listening(
      createHttpServer((_, response) => {
        calls += 1;
        response.writeHead(503).end();
      }),
    );
    const client = createClient({ host: `http://127.0.0.1:${port}`, apiKey: "k", attempts: 2 });
    const call = client.send({ method: "GET", path: "/v1/things", scope: TENANT, signal });
    await expect(call).rejects.toMatchObject({ status: 503 });
    expect(calls).toBe(2);
  });
});
