/** A resource's properties; secrets and unknown values stand in them as Pulumi's wire format has them. */
export type Properties = Record<string, unknown>;

export interface EngineOptions {
  /** The folder with Pulumi.yaml. */
  program: string;
  /** A JSON file; made by the first `up`. */
  state: string;
  /** `namespace:key` to value, such as `palette:host`. */
  config?: Readonly<Record<string, string>>;
  /** Which of the config's keys are secrets. */
  secretConfig?: readonly string[];
  /** Added to the environment of the program and of the provider. */
  env?: Readonly<Record<string, string | undefined>>;
  stack?: string;
  /** Encrypts secrets in the state. */
  passphrase?: string;
  /** Told each step as it is done, and each diagnostic as it comes. */
  onStep?: (step: Step) => void;
  onDiagnostic?: (diagnostic: EngineDiagnostic) => void;
}

/** A `refresh` or a `gone` is what a refresh found; the others are what was, or would be, done. */
export type Operation = "same" | "create" | "update" | "replace" | "delete" | "read" | "refresh" | "gone";

export interface Step {
  urn: string;
  type: string;
  name: string;
  op: Operation;
  /** What differs, by property path; secrets are masked. */
  diff: PropertyChange[];
  /** The properties whose change replaces the resource. */
  replaces: string[];
}

export interface PropertyChange {
  /** `packs[0].values` */
  path: string;
  kind: "add" | "delete" | "update";
  before?: unknown;
  after?: unknown;
}

export interface EngineDiagnostic {
  severity: "debug" | "info" | "warning" | "error";
  message: string;
  urn?: string;
}

export interface OperationResult {
  /** True where nothing failed. */
  ok: boolean;
  steps: Step[];
  diagnostics: EngineDiagnostic[];
  /** The stack's outputs, secrets in clear. */
  outputs: Properties;
  /** Which of the outputs are secrets. */
  secretOutputs: string[];
}

export interface DeployOptions {
  /** Look first at what is live. */
  refresh?: boolean;
}

export interface Engine {
  preview(options?: DeployOptions): Promise<OperationResult>;
  up(options?: DeployOptions): Promise<OperationResult>;
  refresh(): Promise<OperationResult>;
  destroy(): Promise<OperationResult>;
}
