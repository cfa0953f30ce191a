import { spawnSync } from "node:child_process";
import type {
  DeployOptions,
  Import,
  Operation,
  OperationOptions,
  PropertyChange,
  RefreshOptions,
} from "../pulumi-engine";
import { cliRunner } from "./cli-runner";
import { engineRunner } from "./engine-runner";

/** A way to run Pulumi programs: tests that are true of Pulumi are written once, and run on each. */
export interface Runner {
  name: string;
  open(setup?: Setup): Promise<Opened>;
}

/** What a stack is made of; what is given again takes the place of what was. */
export interface Setup {
  /**
   * The program's files by their names. `Pulumi.yaml` and `package.json` are there unless given, and `node_modules` is
   * that of the tests.
   */
  files?: Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
  /** `palette:host` and the like. */
  config?: Readonly<Record<string, string>>;
  /** The same, as secrets. */
  secretConfig?: Readonly<Record<string, string>>;
  /** Plugins by their packages' names, as command lines: `{ palette: [process.execPath, "plugin/main.js"] }`. */
  plugins?: Readonly<Record<string, readonly [string, ...string[]]>>;
  /**
   * The test engine runs `index.js` in the tests' process, and keeps the providers' processes over the operations: tens of
   * milliseconds in place of a second. Only for a program that is this one file of CommonJS, reads no environment and
   * throws nothing, and for tests in which a provider may remember the last operation: one that warns once does.
   */
  quick?: boolean;
}

/** One stack. */
export interface Opened {
  /** The program's folder. */
  folder: string;
  /** From the next operation on. */
  change(setup: Setup): Promise<void>;
  preview(how?: DeployOptions): Promise<Result>;
  up(how?: DeployOptions): Promise<Result>;
  refresh(how?: RefreshOptions): Promise<Result>;
  destroy(): Promise<Result>;
  import(what: Import): Promise<Result>;
  /** All that is kept of the stack, as one text; secrets are encrypted in it. */
  state(): Promise<string>;
  close(): Promise<void>;
}

/** What an operation did and said, alike for every runner. */
export interface Result {
  ok: boolean;
  /** In the order in which they came, without those of the stack itself and of default providers. */
  steps: RunStep[];
  /** The stack's, secrets in clear; after a preview with Pulumi's marks of what is not known, and the command's of secrets. */
  outputs: Record<string, unknown>;
  errors: string[];
  warnings: Warning[];
  /** All that was told, as one text: for looking for secrets in it. */
  told: string;
}

export interface RunStep {
  /** A replacement is one step, whatever comes first. */
  op: Operation;
  name: string;
  type: string;
  /** Where it differs: as the provider says in detail, or else how the inputs do. The command hides changed secrets in these. */
  diff: Pick<PropertyChange, "path" | "kind" | "replace">[];
  /** The properties whose change replaces it. */
  replaces: string[];
}

export interface Warning {
  message: string;
  /** The resource at which it stands; absent for one of the stack. */
  name?: string;
}

export type { DeployOptions, Import, OperationOptions, RefreshOptions };

const pulumiOnPath = spawnSync("pulumi", ["version"]).status === 0;

/** The test engine, and the `pulumi` command where it is on the PATH: `describe.each(runners)("$name", (runner) => ...)`. */
export const runners: readonly Runner[] = [engineRunner, ...(pulumiOnPath ? [cliRunner] : [])];
