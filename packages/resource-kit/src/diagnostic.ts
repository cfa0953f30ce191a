import type { Path } from "./path";

/** One thing to tell the user. `code` is stable; `detail` says what is wrong, where, the wrong value, and what to do. */
export interface Diagnostic {
  severity: "error" | "warning";
  code: string;
  summary: string;
  detail: string;
  /** The attribute it concerns; absent where it concerns the whole resource. */
  path?: Path;
}

/** An error that already reads as a diagnostic. Everything else that is thrown is told as an unexpected one. */
export class DiagnosticError extends Error {
  override readonly name = "DiagnosticError";
  readonly code: string;
  readonly path: Path | undefined;
  readonly summary: string;

  constructor(told: { code: string; summary: string; detail: string; path?: Path | undefined; cause?: unknown }) {
    super(told.detail, { cause: told.cause });
    this.code = told.code;
    this.summary = told.summary;
    this.path = told.path;
  }
}

export function toDiagnostic(error: unknown): Diagnostic {
  if (error instanceof DiagnosticError) {
    const { code, summary, path, message: detail } = error;
    return { severity: "error", code, summary, detail, ...(path === undefined ? {} : { path }) };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { severity: "error", code: "Unexpected", summary: "Unexpected error", detail };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}
