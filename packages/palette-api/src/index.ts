export { createClient, type PaletteClient } from "./client";
export * from "./palette-types.generated";
