import type { Session } from "./session";

/** A resource's properties; secrets and unknown values stand in them as Pulumi's wire format has them. */
export type Properties = Record<string, unknown>;

export interface EngineOptions {
  /** The folder with Pulumi.yaml. */
  program: string;
  /**
   * Runs in this process in place of the folder's program; what it returns are the stack's outputs. `env` is then the
   * providers' alone.
   */
  inline?: () => unknown;
  /** A JSON file; made by the first `up`. */
  state: string;
  /** `namespace:key` to value, such as `palette:host`. */
  config?: Readonly<Record<string, string>>;
  /** Which of the config's keys are secrets. */
  secretConfig?: readonly string[];
  /** Added to the environment of the program and of the providers. */
  env?: Readonly<Record<string, string | undefined>>;
  stack?: string;
  /** Encrypts secrets in the state. */
  passphrase?: string;
  /** Where packages' plugins are, by their names; else Pulumi.yaml and the PATH are asked. */
  plugins?: Readonly<Record<string, PluginSource>>;
  /** Processes that are kept over operations; who opens it closes it. Without one each operation has its own. */
  session?: Session;
  /** Told each step as it is done, and each diagnostic as it comes. */
  onStep?: (step: Step) => void;
  onDiagnostic?: (diagnostic: EngineDiagnostic) => void;
}

/** A plugin to start, which prints its port, or one that runs and listens on a port of this machine. */
export type PluginSource = { command: string; args?: readonly string[] } | { port: number };

/**
 * A `refresh` or a `gone` is what a refresh found; an `import` took over what was there; the others are what was, or
 * would be, done.
 */
export type Operation = "same" | "create" | "update" | "replace" | "delete" | "read" | "import" | "refresh" | "gone";

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
  /** This change is why the resource is replaced. */
  replace?: true;
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
  /** Without those of default providers. */
  steps: Step[];
  diagnostics: EngineDiagnostic[];
  /** The stack's outputs, secrets in clear. */
  outputs: Properties;
  /** Which of the outputs are secrets. */
  secretOutputs: string[];
}

export interface OperationOptions {
  /** It fails where there is something to do. */
  expectNoChanges?: boolean;
}

export interface DeployOptions extends OperationOptions {
  /** Look first at what is live. */
  refresh?: boolean;
}

export interface RefreshOptions extends OperationOptions {
  /** Only look. */
  preview?: boolean;
}

/** What exists, to be managed from now on. */
export interface Import {
  type: string;
  name: string;
  id: string;
  /** Default true, as with the pulumi command. */
  protect?: boolean;
}

export interface Engine {
  preview(options?: DeployOptions): Promise<OperationResult>;
  up(options?: DeployOptions): Promise<OperationResult>;
  refresh(options?: RefreshOptions): Promise<OperationResult>;
  destroy(): Promise<OperationResult>;
  /** Takes a resource into the state that no program has yet. */
  import(what: Import): Promise<OperationResult>;
}
