import { type Call, type PaletteClient, PaletteError, type SystemCredentials } from "@palette-profiles/palette-api";
import { DiagnosticError, UNKNOWN } from "@palette-profiles/resource-kit";
import type { Lookups } from "../lookups";
import { systemTokenEphemeral } from "./system-token";

const PASSWORD = "canary-password";
const encoded = (claims: unknown) => Buffer.from(JSON.stringify(claims)).toString("base64url");
const jwt = (claims: unknown) => `${encoded({ alg: "HS256" })}.${encoded(claims)}.sign`;

/** A Palette that gives this token to the one administrator. */
function palette(token: unknown, system?: SystemCredentials) {
  const calls: Call[] = [];
  const client: PaletteClient = {
    url: "",
    async send<T>(call: Call) {
      calls.push(call);
      const { emailId, password } = call.body as { emailId: string; password: string };
      if (emailId === "root@example.com" && password === PASSWORD) return { Authorization: token, isMfa: false } as T;
      throw new PaletteError({ status: 401, code: "InvalidCredentials", message: "no", call: "POST /v1/auth" });
    },
  };
  const context = { client, lookups: {} as Lookups, project: "Default", ...(system && { system }) };
  const open = (config: Record<string, unknown> = {}) =>
    systemTokenEphemeral.open(config, { context, signal: new AbortController().signal });
  return { calls, open };
}

const ADMIN = { email: "root@example.com", password: PASSWORD };

describe("an ephemeral token", () => {
  it("is a new one for the provider's administrator, with its expiry; the sign-in carries no key", async () => {
    const token = jwt({ exp: 1_800_000_000 });
    const { open, calls } = palette(token, { ...ADMIN, token: jwt({}) });
    expect(await open()).toEqual({ result: { token, expiresAt: "2027-01-15T08:00:00.000Z" } });
    expect(calls).toMatchObject([{ path: "/v1/auth/authenticate", open: true }]);
  });

  it("is for the resource's own administrator, where it names one", async () => {
    const token = jwt({ exp: "soon" });
    const { open } = palette(token, { email: "other@example.com", password: "wrong" });
    const config = { systemEmail: ADMIN.email, systemPassword: ADMIN.password };
    expect(await open(config)).toEqual({ result: { token, expiresAt: undefined } });
  });

  it("is the provider's own token, where that is all there is", async () => {
    const token = jwt({ exp: 1_800_000_000 });
    const { open, calls } = palette("other", { token });
    expect(await open()).toMatchObject({ result: { token } });
    expect(calls).toEqual([]);
  });

  it("cannot be had without a sign-in, or with a wrong one, and no error tells the password", async () => {
    for (const [system, told] of [
      [undefined, "nothing was given"],
      [{ email: ADMIN.email }, "only the email address"],
      [{ email: "other@example.com", password: PASSWORD }, "InvalidCredentials"],
    ] as const) {
      const error: unknown = await palette("a.b.c", system)
        .open()
        .catch((caught) => caught);
      expect(error).toBeInstanceOf(DiagnosticError);
      expect((error as Error).message).toContain(told);
      expect(JSON.stringify([error, (error as Error).message])).not.toContain(PASSWORD);
    }
  });

  it("needs both or neither of name and password, as far as they are known", () => {
    const check = (config: Record<string, unknown>) => systemTokenEphemeral.validate?.(config);
    expect(check({ systemEmail: "a" })).toMatchObject([{ code: "HalfASignIn", path: ["systemEmail"] }]);
    expect(check({ systemPassword: "a" })).toMatchObject([{ code: "HalfASignIn", path: ["systemPassword"] }]);
    for (const config of [{}, { systemEmail: "a", systemPassword: "b" }, { systemEmail: UNKNOWN, systemPassword: "b" }])
      expect(check(config)).toEqual([]);
  });
});
