import { createClient } from "@palette-profiles/palette-api";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { createLookups } from "../lookups";
import type { Palette } from "../palette";
import { certificatesIn } from "./ca";
import { hostOf } from "./host";
import { attemptsOf } from "./retries";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is configured, from the settings and, where they say nothing, from the environment. Calls nothing. */
export function configure(config: AnyValues, environment: Environment): Palette {
  const setting = (name: string, variable: string): string | undefined => {
    const value = config[name];
    if (typeof value === "string" && value !== "") return value;
    return environment[variable] === "" ? undefined : environment[variable];
  };
  const caFile = setting("caFile", "SPECTROCLOUD_CA_FILE");
  const system = {
    token: setting("systemToken", "SPECTROCLOUD_SYSTEM_TOKEN"),
    email: setting("systemEmail", "SPECTROCLOUD_SYSTEM_EMAIL"),
    password: setting("systemPassword", "SPECTROCLOUD_SYSTEM_PASSWORD"),
  };
  const attempts =
    attemptsOf(config.retryAttempts, "retry_attempts") ??
    attemptsOf(environment.SPECTROCLOUD_RETRY_ATTEMPTS, "SPECTROCLOUD_RETRY_ATTEMPTS");
  const client = createClient({
    host: hostOf(setting("host", "SPECTROCLOUD_HOST")),
    apiKey: setting("apiKey", "SPECTROCLOUD_APIKEY"),
    system,
    ...(attempts === undefined ? {} : { attempts }),
    ...(caFile === undefined ? {} : { ca: certificatesIn(caFile) }),
    insecure: config.ignoreInsecureTlsError === true,
  });
  return {
    client,
    lookups: createLookups(client),
    project: setting("projectName", "SPECTROCLOUD_PROJECT") ?? "Default",
    system,
  };
}
