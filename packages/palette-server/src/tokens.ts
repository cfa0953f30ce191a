import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { PaletteError } from "./errors";
import { newUid } from "./uid";

/** Palette's tokens live 15 minutes (docs, API introduction). */
const LIFETIME_SECONDS = 15 * 60;

/** What a token says; the names besides those of RFC 7519 are ours. */
export interface TokenClaims {
  email: string;
  isSystemAdministrator: true;
  /** Stays the same when a token is refreshed. */
  sessionUid: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
  /** How often all tokens had been ended when this one was made. */
  era: number;
  jti: string;
}

export interface Tokens {
  issue(email: string): string;
  /** A new token of the same session. */
  refresh(token: string): string;
  /** 401 `InvalidToken` or `TokenExpired`. */
  verify(token: string): TokenClaims;
  /** Ends all that there are, so that a test need not wait. */
  expireAll(): void;
}

const HEADER = encode({ alg: "HS256", typ: "JWT" });

/** Tokens of this process: another server, or the same one started again, does not take them. */
export function createTokens(now: () => number = Date.now): Tokens {
  const key = randomBytes(32);
  let era = 0;
  const sign = (text: string) => createHmac("sha256", key).update(text).digest();

  function issue(email: string, sessionUid: string): string {
    const iat = Math.floor(now() / 1000);
    const exp = iat + LIFETIME_SECONDS;
    const claims: TokenClaims = { email, isSystemAdministrator: true, sessionUid, iat, exp, era, jti: newUid() };
    const text = `${HEADER}.${encode(claims)}`;
    return `${text}.${sign(text).toString("base64url")}`;
  }

  function verify(token: string): TokenClaims {
    const [header = "", payload = "", signature = "", ...rest] = token.split(".");
    if (rest.length > 0 || payload === "" || signature === "") {
      throw new PaletteError(401, "InvalidToken", notAToken);
    }
    const given = Buffer.from(signature, "base64url");
    const right = sign(`${header}.${payload}`);
    if (header !== HEADER || given.length !== right.length || !timingSafeEqual(given, right)) {
      throw new PaletteError(401, "InvalidToken", "The token is not one of this server: sign in again");
    }
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as TokenClaims;
    if (claims.exp * 1000 <= now() || claims.era < era) {
      throw new PaletteError(401, "TokenExpired", "The token has expired: sign in again");
    }
    return claims;
  }

  return {
    issue: (email) => issue(email, newUid()),
    refresh(token) {
      const { email, sessionUid } = verify(token);
      return issue(email, sessionUid);
    },
    verify,
    expireAll() {
      era++;
    },
  };
}

const notAToken =
  "The header Authorization holds no token (a JWT, three parts with dots between); an API key goes into the header ApiKey";

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
