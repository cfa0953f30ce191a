import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient, SYSTEM, TENANT } from "./client";
import type { SystemCredentials } from "./system-session";

const signal = new AbortController().signal;
const JWT = "aaaa.bbbb.cccc";
const ADMIN = { email: "root@example.com", password: "canary-password" };

/** Palette, as far as signing in goes: each sign-in gives another token, and only the last one is taken. */
async function palette(answer: (nth: number) => unknown = (nth) => ({ Authorization: `t${nth}.x.y`, isMfa: false })) {
  const heard: string[] = [];
  let signIns = 0;
  let taken = "";
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? request.headers.apikey ?? "-"}`);
      if (request.url === "/v1/auth/authenticate") {
        const login = JSON.parse(body);
        const known = login.emailId === ADMIN.email && login.password === ADMIN.password;
        taken = `t${++signIns}.x.y`;
        response.writeHead(known ? 200 : 401, { "content-type": "application/json" });
        response.end(JSON.stringify(known ? answer(signIns) : { code: "InvalidCredentials", message: "no such user" }));
        return;
      }
      const isIn = request.headers.authorization === taken || request.headers.authorization === JWT;
      response.writeHead(isIn ? 200 : 401, { "content-type": "application/json" });
      response.end(JSON.stringify(isIn ? { ok: true } : { code: "InvalidToken", message: "sign in" }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    heard,
    expire: () => {
      taken = "";
    },
    ask: (system: SystemCredentials | undefined, apiKey?: string) => {
      const client = createClient({ host: url, apiKey, ...(system === undefined ? {} : { system }) });
      return () => client.send<unknown>({ method: "GET", path: "/v1/things", scope: SYSTEM, signal });
    },
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}

let host: Awaited<ReturnType<typeof palette>>;
beforeEach(async () => {
  host = await palette();
});
afterEach(() => host.close());

describe("a call in the system scope", () => {
  it("carries the token that was given, and no API key", async () => {
    await host.ask({ token: JWT }, "key")();
    expect(host.heard).toEqual([`GET /v1/things ${JWT}`]);
  });

  it("signs in once for many calls", async () => {
    const ask = host.ask(ADMIN);
    await Promise.all([ask(), ask(), ask()]);
    expect(host.heard.filter((call) => call.startsWith("POST"))).toEqual(["POST /v1/auth/authenticate -"]);
    expect(host.heard).toHaveLength(4);
  });

  it("signs in again where the token has run out, and again later", async () => {
    const ask = host.ask(ADMIN);
    await ask();
    for (const _ of [1, 2]) {
      host.expire();
      expect(await ask()).toEqual({ ok: true });
    }
    expect(host.heard.filter((call) => call.startsWith("POST"))).toHaveLength(3);
  });

  it("gives up where a fresh token is refused too", async () => {
    await host.close();
    host = await palette(() => ({ Authorization: "never.taken.there", isMfa: false }));
    await expect(host.ask(ADMIN)()).rejects.toMatchObject({ status: 401, code: "InvalidToken" });
    expect(host.heard.filter((call) => call.startsWith("POST"))).toHaveLength(2);
  });

  it("tells a wrong password without showing it", async () => {
    const error = await host
      .ask({ ...ADMIN, password: "wrong-canary" })()
      .catch((each: Error) => each);
    expect(error).toMatchObject({ status: 401, code: "InvalidCredentials" });
    expect(JSON.stringify(error) + String(error)).not.toContain("wrong-canary");
  });

  it("says what was given in place of a token", async () => {
    const told = (system: SystemCredentials | undefined, apiKey?: string) =>
      host
        .ask(system, apiKey)()
        .then(
          () => "answered",
          (error: Error) => error.message,
        );
    expect(await told(undefined, "key")).toContain("an API key was given, which belongs to a tenant");
    expect(await told(undefined)).toContain("nothing was given");
    expect(await told({ email: ADMIN.email })).toContain("only the email address of a system administrator was given");
    expect(await told({ password: "p" })).toContain("only the password of a system administrator was given");
    const key = await told({ token: "0123456789abcdef" });
    expect(key).toContain("looks like an API key");
    expect(key).not.toContain("0123456789abcdef");
    expect(host.heard).toEqual([]);
  });

  it("says that a second factor needs a token", async () => {
    await host.close();
    host = await palette(() => ({ Authorization: JWT, isMfa: true }));
    await expect(host.ask(ADMIN)()).rejects.toThrow("signs in with a second factor");
  });
});

it("uses no token outside the system scope", async () => {
  const client = createClient({ host: "http://127.0.0.1:9", apiKey: undefined, system: { token: JWT } });
  const call = client.send({ method: "GET", path: "/v1/things", scope: TENANT, signal });
  await expect(call).rejects.toThrow("no API key was given");
});
