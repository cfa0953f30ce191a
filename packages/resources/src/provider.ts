import { createClient } from "@palette-profiles/palette-api";
import { type AnyValues, type Provider, s } from "@palette-profiles/resource-kit";
import { appProfile } from "./app-profile/resource";
import { clusterProfile } from "./cluster-profile/resource";
import { appProfileDataSource } from "./data-sources/app-profile";
import { packDataSource } from "./data-sources/pack";
import { projectDataSource } from "./data-sources/project";
import { registryDataSource } from "./data-sources/registry";
import { systemProfileDataSource } from "./data-sources/system-profile";
import { createLookups } from "./lookups";
import type { Palette } from "./palette";
import { systemProfile } from "./system-profile/resource";

/** The provider that every front door serves. */
export const palette: Provider<Palette> = {
  name: "palette",
  version: "0.1.0",
  attributes: {
    host: s.string({
      description:
        "Palette's host, such as `api.spectrocloud.com`, or a URL. Or SPECTROCLOUD_HOST. Default `api.spectrocloud.com`.",
      optional: true,
    }),
    apiKey: s.string({ description: "An API key. Or SPECTROCLOUD_APIKEY.", optional: true, sensitive: true }),
    systemToken: s.string({
      description:
        "For system profiles alone: the token of a system administrator, which lives 15 minutes. Or SPECTROCLOUD_SYSTEM_TOKEN.",
      optional: true,
      sensitive: true,
    }),
    systemEmail: s.string({
      description:
        "For system profiles alone, in place of a token: a system administrator's email address. Or SPECTROCLOUD_SYSTEM_EMAIL.",
      optional: true,
    }),
    systemPassword: s.string({
      description: "The password to `system_email`. Or SPECTROCLOUD_SYSTEM_PASSWORD.",
      optional: true,
      sensitive: true,
    }),
    projectName: s.string({
      description: "The project of resources that name none. Or SPECTROCLOUD_PROJECT. Default `Default`.",
      optional: true,
    }),
  },
  configure(config: AnyValues, environment) {
    const setting = (name: string, variable: string): string | undefined => {
      const value = config[name];
      if (typeof value === "string" && value !== "") return value;
      return environment[variable] === "" ? undefined : environment[variable];
    };
    const client = createClient({
      host: setting("host", "SPECTROCLOUD_HOST") ?? "api.spectrocloud.com",
      apiKey: setting("apiKey", "SPECTROCLOUD_APIKEY"),
      system: {
        token: setting("systemToken", "SPECTROCLOUD_SYSTEM_TOKEN"),
        email: setting("systemEmail", "SPECTROCLOUD_SYSTEM_EMAIL"),
        password: setting("systemPassword", "SPECTROCLOUD_SYSTEM_PASSWORD"),
      },
    });
    return {
      client,
      lookups: createLookups(client),
      project: setting("projectName", "SPECTROCLOUD_PROJECT") ?? "Default",
    };
  },
  resources: [clusterProfile, appProfile, systemProfile],
  dataSources: [packDataSource, registryDataSource, projectDataSource, appProfileDataSource, systemProfileDataSource],
};
