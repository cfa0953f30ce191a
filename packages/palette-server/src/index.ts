export type { Fault, FaultAction } from "./faults";
export { PALETTE_VERSIONS, type PaletteVersion, type RunningServer, type ServerOptions } from "./options";
export { startServer } from "./server";
export type { RouteCount } from "./stats";
