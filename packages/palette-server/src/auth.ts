import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { PaletteError } from "./errors";
import type { Tokens } from "./tokens";

/** Who makes a call: someone of the tenant, by an API key, or a system administrator, by a token. */
export type Caller = { kind: "tenant" } | { kind: "system"; email: string };

declare module "fastify" {
  interface FastifyRequest {
    /** Set before any route that needs a key or a token. */
    caller: Caller;
  }
}

export type Authenticate = (headers: IncomingHttpHeaders) => Caller;

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** Makes the check of a call's headers: a token in `Authorization`, else a key in `ApiKey`. */
export function makeAuthenticate(keys: readonly string[], tokens: Tokens): Authenticate {
  const checkKey = makeKeyCheck(keys);
  return (headers) => {
    const given = headers.authorization?.replace(/^Bearer\s+/i, "").trim() ?? "";
    if (given !== "") return { kind: "system", email: tokens.verify(given).email };
    checkKey(headers);
    return { kind: "tenant" };
  };
}

/** Makes the check of the `ApiKey` header: 401 without a key, 403 with a wrong one. */
function makeKeyCheck(keys: readonly string[]): (headers: IncomingHttpHeaders) => void {
  const digests = keys.map(sha256);
  return (headers) => {
    const given = headers.apikey;
    if (typeof given !== "string" || given === "") {
      throw new PaletteError(401, "Unauthenticated", "The header ApiKey is missing");
    }
    const digest = sha256(given);
    // Every key is compared, each in constant time, so that the time says nothing about which one was near.
    const matches = digests.filter((known) => timingSafeEqual(known, digest));
    if (matches.length === 0) throw new PaletteError(403, "InvalidApiKey", "The API key is not known");
  };
}

/** A system administrator, as the seed names it. */
export interface Administrator {
  email: string;
  password: string;
}

/** Makes the check of a sign-in: the administrator's email address where it and the password are right. */
export function makeSignIn(administrators: readonly Administrator[]): (email: string, password: string) => string {
  const digestOf = (email: string, password: string) => sha256(JSON.stringify([email.trim().toLowerCase(), password]));
  const known = administrators.map(({ email, password }) => ({ email, digest: digestOf(email, password) }));
  return (email, password) => {
    const digest = digestOf(email, password);
    // As with keys: all of them, each in constant time.
    const [match] = known.filter((each) => timingSafeEqual(each.digest, digest));
    if (match) return match.email;
    throw new PaletteError(
      401,
      "InvalidCredentials",
      "The email address or the password is not that of a system administrator",
    );
  };
}
