export type { Fault, FaultAction } from "./faults";
export type { RunningServer, ServerOptions } from "./options";
export { startServer } from "./server";
export type { RouteCount } from "./stats";
