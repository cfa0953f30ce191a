import { DiagnosticError } from "@palette-profiles/resource-kit";

/** What is wrong with the file. */
export function problem(code: string, summary: string, detail: string): DiagnosticError {
  return new DiagnosticError({ code, summary, detail, path: ["importFile"] });
}
