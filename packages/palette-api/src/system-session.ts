import type { PaletteClient } from "./client";
import { PaletteUnreachableError } from "./errors";
import type { V1AuthLogin, V1UserToken } from "./palette-types.generated";

/** Who a system administrator is: a token of the system console, or the name and password that give one. */
export interface SystemCredentials {
  /** A token as `POST /v1/auth/authenticate` gives it; it lives 15 minutes. */
  token?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
}

/** The token for calls in the system scope. */
export interface SystemSession {
  /** @throws {PaletteUnreachableError} `NO_SYSTEM_TOKEN`, which says what was given instead. */
  token(call: string, signal: AbortSignal): Promise<string>;
  /** Palette does not take the token any more. True where another one can be had. */
  forget(): boolean;
}

/** How one signs in, by a client's calls. */
export function signInBy(send: PaletteClient["send"]) {
  return (login: V1AuthLogin, signal: AbortSignal): Promise<V1UserToken> =>
    send({
      method: "POST",
      path: "/v1/auth/authenticate",
      body: login,
      scope: { kind: "system" },
      open: true,
      signal,
    });
}

/** Signs in when first asked, with what was given; a token that was given as such is used as it is. */
export function createSystemSession(
  given: SystemCredentials,
  hasApiKey: boolean,
  signIn: (login: V1AuthLogin, signal: AbortSignal) => Promise<V1UserToken>,
): SystemSession {
  const { token, email, password } = given;
  const canSignIn = token === undefined && email !== undefined && password !== undefined;
  let current: Promise<string> | undefined;

  async function signedIn(signal: AbortSignal, call: string): Promise<string> {
    const answer = await signIn({ emailId: email, password } as V1AuthLogin, signal);
    if (answer.isMfa === true) {
      throw noToken(call, "this account signs in with a second factor: give a token of the system console instead");
    }
    if (typeof answer.Authorization !== "string") throw noToken(call, "Palette's answer to the sign-in holds no token");
    return answer.Authorization;
  }

  return {
    async token(call, signal) {
      if (token !== undefined) {
        if (!isJwt(token)) throw noToken(call, `what was given as one ${looksLikeKey(token)}`);
        return token;
      }
      if (!canSignIn) throw noToken(call, whatIsMissing(given, hasApiKey));
      current ??= signedIn(signal, call).catch((error: unknown) => {
        current = undefined;
        throw error;
      });
      return current;
    },
    forget() {
      current = undefined;
      return canSignIn;
    },
  };
}

/** Three parts of base64url, as RFC 7519 has it. */
function isJwt(text: string): boolean {
  return /^(?:Bearer )?[\w-]+\.[\w-]+\.[\w-]*$/.test(text);
}

function looksLikeKey(text: string): string {
  return /^[\w+/=-]+$/.test(text)
    ? "is no token (three parts with dots between) but looks like an API key"
    : "is no token (three parts with dots between)";
}

function whatIsMissing({ email, password }: SystemCredentials, hasApiKey: boolean): string {
  if (email !== undefined || password !== undefined) {
    return `only the ${email === undefined ? "password" : "email address"} of a system administrator was given, and both are needed`;
  }
  return hasApiKey ? "an API key was given, which belongs to a tenant" : "nothing was given";
}

function noToken(call: string, why: string): PaletteUnreachableError {
  return new PaletteUnreachableError({
    code: "NO_SYSTEM_TOKEN",
    message: `the system needs a system administrator's token: ${why}. Set SPECTROCLOUD_SYSTEM_TOKEN, or SPECTROCLOUD_SYSTEM_EMAIL and SPECTROCLOUD_SYSTEM_PASSWORD (system_token, system_email and system_password of the provider)`,
    call,
    mayHaveActed: false,
  });
}
