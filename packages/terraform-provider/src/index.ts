export { formatAddress, PALETTE_ADDRESS, PALETTE_ADDRESS_IN_OPENTOFU, type ProviderAddress } from "./address";
export { type Installed, type InstallOptions, installMirror, type MirrorOptions, writeMirror } from "./install";
export { mirrorConfiguration } from "./install-configuration";
export { type ProviderSchemaJson, providerSchemaJson } from "./schema/schema-json";
export { serve } from "./serve";
export { PROVIDER_VERSION } from "./version";
