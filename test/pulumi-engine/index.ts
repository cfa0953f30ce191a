export { createEngine } from "./engine";
export type {
  DeployOptions,
  Engine,
  EngineDiagnostic,
  EngineOptions,
  Operation,
  OperationResult,
  Properties,
  PropertyChange,
  Step,
} from "./types";
