export { formatAddress, PALETTE_ADDRESS, type ProviderAddress } from "./address";
export { type ProviderSchemaJson, providerSchemaJson } from "./schema/schema-json";
