export { createEngine } from "./engine";
export type {
  Engine,
  EngineDiagnostic,
  EngineOptions,
  Operation,
  OperationResult,
  Properties,
  PropertyChange,
  Step,
} from "./types";
