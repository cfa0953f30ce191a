import type { V1UserToken } from "@palette-profiles/palette-api";
import type { FastifyInstance } from "fastify";
import { readBody, readString } from "../body";
import type { Tokens } from "../tokens";

const AUTHENTICATE = "/auth/authenticate";
const REFRESH = "/auth/refresh/:token";

/** The routes one calls to get in: they need neither key nor token. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([`/v1${AUTHENTICATE}`, `/v1${REFRESH}`]);

/** Signing in, which on this server only system administrators do. */
export function authRoutes(
  app: FastifyInstance,
  signIn: (email: string, password: string) => string,
  tokens: Tokens,
): void {
  app.post(AUTHENTICATE, async (request): Promise<V1UserToken> => {
    const body = readBody(request.body);
    readString(body.org, "org");
    const email = signIn(readString(body.emailId, "emailId") ?? "", readString(body.password, "password") ?? "");
    return { Authorization: tokens.issue(email), isMfa: false };
  });

  app.get<{ Params: { token: string } }>(
    REFRESH,
    async (request): Promise<V1UserToken> => ({
      Authorization: tokens.refresh(request.params.token),
      isMfa: false,
    }),
  );
}
