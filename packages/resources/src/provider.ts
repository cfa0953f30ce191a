import { createClient } from "@palette-profiles/palette-api";
import { type AnyValues, type Provider, s } from "@palette-profiles/resource-kit";
import { clusterProfile } from "./cluster-profile/resource";
import { packDataSource } from "./data-sources/pack";
import { projectDataSource } from "./data-sources/project";
import { registryDataSource } from "./data-sources/registry";
import { createLookups } from "./lookups";
import type { Palette } from "./palette";

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
    });
    return {
      client,
      lookups: createLookups(client),
      project: setting("projectName", "SPECTROCLOUD_PROJECT") ?? "Default",
    };
  },
  resources: [clusterProfile],
  dataSources: [packDataSource, registryDataSource, projectDataSource],
};
