import type { PaletteClient } from "../client";
import { createSystemSession, type SystemCredentials, signInBy } from "../system-session";

/**
 * A token of the system console: the one that was given, or a new one for a system administrator's name and password.
 * @throws {PaletteUnreachableError} `NO_SYSTEM_TOKEN`, which says what was given instead.
 */
export function systemToken(
  client: PaletteClient,
  credentials: SystemCredentials,
  signal: AbortSignal,
): Promise<string> {
  return createSystemSession(credentials, false, signInBy(client.send)).token("POST /v1/auth/authenticate", signal);
}
