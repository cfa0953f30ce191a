import type { AnyValues } from "@palette-profiles/resource-kit";

/** A stack of system profiles alone needs no API key, but a system administrator. */
const CREDENTIALS: readonly (readonly [name: string, variable: string])[] = [
  ["apiKey", "SPECTROCLOUD_APIKEY"],
  ["systemToken", "SPECTROCLOUD_SYSTEM_TOKEN"],
  ["systemEmail", "SPECTROCLOUD_SYSTEM_EMAIL"],
];

/**
 * Why nothing can be done with these settings, in words for people; nothing where it can.
 * @param elsewhere where else a key may be given, such as ` as apiKey of an explicit provider,`.
 */
export function missingCredentials(
  values: AnyValues,
  environment: Readonly<Record<string, string | undefined>>,
  elsewhere = "",
): string | undefined {
  if (CREDENTIALS.some(([name, variable]) => Boolean(values[name]) || Boolean(environment[variable]))) return undefined;
  return `There is no API key. Set it with \`pulumi config set --secret palette:apiKey KEY\`,${elsewhere} or in the environment as SPECTROCLOUD_APIKEY. To try without an account: \`palette-profiles run -- pulumi up\`.`;
}
