export { createEngine } from "./engine";
export { Session } from "./session";
export type {
  DeployOptions,
  Engine,
  EngineDiagnostic,
  EngineOptions,
  Import,
  Operation,
  OperationOptions,
  OperationResult,
  PluginSource,
  Properties,
  PropertyChange,
  RefreshOptions,
  Step,
} from "./types";
