import type { Provider } from "@palette-profiles/resource-kit";
import { appProfile } from "./app-profile/resource";
import { clusterProfile } from "./cluster-profile/resource";
import { clusterProfileImport } from "./cluster-profile-import/resource";
import { appProfileDataSource } from "./data-sources/app-profile";
import { appProfilesDataSource } from "./data-sources/app-profiles";
import { clusterProfileDataSource } from "./data-sources/cluster-profile";
import { clusterProfilesDataSource } from "./data-sources/cluster-profiles";
import { macrosDataSource } from "./data-sources/macros";
import { packDataSource } from "./data-sources/pack";
import { projectDataSource } from "./data-sources/project";
import { projectsDataSource } from "./data-sources/projects";
import { registryDataSource } from "./data-sources/registry";
import { systemProfileDataSource } from "./data-sources/system-profile";
import { systemTokenEphemeral } from "./ephemerals/system-token";
import { diffValues } from "./functions/diff-values";
import { mergeValues } from "./functions/merge-values";
import { parseVersion } from "./functions/parse-version";
import { renderProfile } from "./functions/render-profile";
import type { Palette } from "./palette";
import { settingsAttributes } from "./settings/attributes";
import { configure } from "./settings/configure";
import { validateSettings } from "./settings/validate";
import { systemProfile } from "./system-profile/resource";

/** The provider that every front door serves. */
export const palette: Provider<Palette> = {
  name: "palette",
  version: "0.1.0",
  attributes: settingsAttributes,
  validate: validateSettings,
  configure,
  resources: [clusterProfile, appProfile, systemProfile, clusterProfileImport],
  dataSources: [
    packDataSource,
    registryDataSource,
    projectDataSource,
    projectsDataSource,
    macrosDataSource,
    clusterProfileDataSource,
    clusterProfilesDataSource,
    appProfileDataSource,
    appProfilesDataSource,
    systemProfileDataSource,
  ],
  functions: [mergeValues, diffValues, renderProfile, parseVersion],
  ephemerals: [systemTokenEphemeral],
};
