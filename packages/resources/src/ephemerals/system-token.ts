import { systemToken } from "@palette-profiles/palette-api";
import { type Diagnostic, type EphemeralSpec, s } from "@palette-profiles/resource-kit";
import { explained, SYSTEM_TOKEN } from "../explain";
import type { Palette } from "../palette";

const attributes = {
  systemEmail: s.string({
    description:
      "A system administrator's email address. Default: that of the provider (`system_email`, or SPECTROCLOUD_SYSTEM_EMAIL).",
    optional: true,
  }),
  systemPassword: s.string({
    description: "The password to `system_email`. Needed where that is given.",
    optional: true,
    sensitive: true,
  }),
  token: s.string({ description: "The token, for the header `Authorization`.", computed: true, sensitive: true }),
  expiresAt: s.string({
    description: "When Palette stops taking the token, as RFC 3339; nothing where the token does not tell.",
    computed: true,
  }),
};

/**
 * Palette renews a token by giving another one, which an engine cannot hand on to those that have the first. So it is
 * not renewed; and it is left to expire, since Palette describes no call that ends it.
 */
export const systemTokenEphemeral: EphemeralSpec<Palette> = {
  type: "system_token",
  description:
    "A new token of a system administrator, for other providers and scripts that call Palette's system console. It is in no plan and no state, and lives 15 minutes, which a run may outlast. Where the provider has a `system_token` and no name and password, it is that one.",
  attributes,
  validate: ({ systemEmail, systemPassword }) =>
    systemEmail === undefined && systemPassword !== undefined
      ? [half("systemPassword", "system_password is given without system_email")]
      : systemEmail !== undefined && systemPassword === undefined
        ? [half("systemEmail", "system_email is given without system_password")]
        : [],
  open: (config, run) =>
    explained(
      "signing in as a system administrator",
      async () => {
        const { client, system = {} } = run.context;
        const own = {
          email: config.systemEmail as string | undefined,
          password: config.systemPassword as string | undefined,
        };
        const canSignIn = system.email !== undefined && system.password !== undefined;
        const given =
          own.email !== undefined ? own : canSignIn ? { email: system.email, password: system.password } : system;
        const token = await systemToken(client, given, run.signal);
        return { result: { token, expiresAt: expiryOf(token) } };
      },
      SYSTEM_TOKEN,
    ),
};

function half(path: string, what: string): Diagnostic {
  return {
    severity: "error",
    code: "HalfASignIn",
    path: [path],
    summary: "Half a sign-in",
    detail: `${what}: give both, or neither for the provider's own.`,
  };
}

/** The claim `exp` of a JWT, in seconds since 1970 (RFC 7519). */
function expiryOf(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const { exp } = claims as { exp?: unknown };
    return typeof exp === "number" ? new Date(exp * 1000).toISOString() : undefined;
  } catch {
    return undefined;
  }
}
