export { type Call, createClient, type PaletteClient, type Scope, type Settings, TENANT } from "./client";
export { type At, clusterProfiles } from "./endpoints/cluster-profiles";
export { macros } from "./endpoints/macros";
export { packs } from "./endpoints/packs";
export { projects } from "./endpoints/projects";
export { registries } from "./endpoints/registries";
export { isNotFound, PaletteCancelledError, PaletteError, PaletteUnreachableError } from "./errors";
export * from "./palette-types.generated";
