import { isSecret, reveal } from "./properties";
import type { EngineDiagnostic, EngineOptions, OperationResult, Properties, Step } from "./types";
import { isDefaultProvider } from "./urn";

/** What an operation did and said, gathered while it runs. */
export class Journal {
  readonly steps: Step[] = [];
  readonly diagnostics: EngineDiagnostic[] = [];
  failed = false;
  outputs: Properties = {};
  readonly #options: Pick<EngineOptions, "onStep" | "onDiagnostic">;

  constructor(options: Pick<EngineOptions, "onStep" | "onDiagnostic">) {
    this.#options = options;
  }

  step(step: Step): void {
    if (isDefaultProvider(step.urn)) return;
    this.steps.push(step);
    this.#options.onStep?.(step);
  }

  /** The SDK's debug messages are dropped: they show secrets in clear. */
  say(diagnostic: EngineDiagnostic): void {
    if (diagnostic.severity === "debug") return;
    if (diagnostic.severity === "error") this.failed = true;
    this.diagnostics.push(diagnostic);
    this.#options.onDiagnostic?.(diagnostic);
  }

  /** The error is told, and nothing more is started. */
  fail(message: string, urn?: string): void {
    this.say({ severity: "error", message, ...(urn === undefined ? {} : { urn }) });
  }

  /** How many steps are, or would be, more than looking. */
  get changes(): number {
    return this.steps.filter(({ op }) => op !== "same" && op !== "read").length;
  }

  result(): OperationResult {
    return {
      ok: !this.failed,
      steps: this.steps,
      diagnostics: this.diagnostics,
      outputs: reveal(this.outputs),
      secretOutputs: Object.keys(this.outputs).filter((name) => isSecret(this.outputs[name])),
    };
  }
}
