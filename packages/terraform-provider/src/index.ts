export { formatAddress, PALETTE_ADDRESS, type ProviderAddress } from "./address";
export { type Installed, type InstallOptions, installMirror } from "./install";
export { type ProviderSchemaJson, providerSchemaJson } from "./schema/schema-json";
export { serve } from "./serve";
export { PROVIDER_VERSION } from "./version";
