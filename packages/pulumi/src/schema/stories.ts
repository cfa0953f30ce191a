import type { FunctionStory } from "./function-spec";
import type { ResourceStory } from "./resource-spec";

const LINEAGE =
  "`uid` is the current version's: give that to clusters. Pulumi's own `id` names the lineage and never changes.";

/** By the resource's name in Pulumi. */
export const resourceStories: Readonly<Record<string, ResourceStory>> = {
  ClusterProfile: {
    note: LINEAGE,
    called: "platform",
    gives: ["name", "version", "tags", "packs", "profileVariables"],
    importId: "platform:project:1.2.0",
  },
  AppProfile: {
    note: LINEAGE,
    called: "shop",
    gives: ["name", "version", "tags", "tiers"],
    importId: "shop:project",
  },
  SystemProfile: {
    note: "Needs a system administrator.",
    called: "enterprise",
    gives: ["name", "allowUpdate", "backupFile", "packs"],
    importId: "enterprise-cluster",
  },
};

/** By the function's name. */
export const functionStories: Readonly<Record<string, FunctionStory>> = {
  getPack: { called: "argo", gives: ["name", "version"], result: "resolvedVersion" },
  getRegistry: { called: "registry", gives: ["name"], result: "uid" },
  getProject: { called: "payments", gives: ["name"], result: "uid" },
  getProjects: { called: "production", gives: ["tag"], result: "names" },
  getMacros: { called: "macros", gives: ["context"], result: "names" },
  getClusterProfile: { called: "platform", gives: ["name", "version"], result: "uid" },
  getClusterProfiles: { called: "profiles", gives: ["tag", "latest"], result: "idsByName" },
  getAppProfile: { called: "shop", gives: ["name"], result: "uid" },
  getAppProfiles: { called: "profiles", gives: ["tag", "latest"], result: "idsByName" },
  getSystemProfile: { called: "system", gives: ["name"], result: "layerTags" },
  mergeValues: { called: "merged", gives: ["base", "overrides"], result: "result" },
  diffValues: { called: "changes", gives: ["before", "after"], result: "result" },
  renderProfile: { called: "rendered", gives: ["name", "packs"], result: "result" },
  parseVersion: { called: "version", gives: ["version"], result: "result" },
};
