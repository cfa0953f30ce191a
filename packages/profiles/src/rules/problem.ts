/** A rule that a profile breaks. */
export interface Problem {
  /** Stable, for looking up and for ignoring. */
  code: ProblemCode;
  /** Where, as a path into the `ProfileModel`: `["packs", 2, "values"]`. */
  path: (string | number)[];
  /** One sentence: what, where, the wrong value, and what to do. */
  message: string;
  severity: "error" | "warning";
  /** Within the text at `path`, from 1. */
  line?: number;
  column?: number;
}

export type ProblemCode =
  | "EmptyName"
  | "InvalidVersion"
  | "UnknownType"
  | "UnknownContext"
  | "InvalidYaml"
  | "DuplicateLayer"
  | "DuplicateManifest"
  | "DuplicateVariable"
  | "DuplicateDisplayName";

export function error(
  code: ProblemCode,
  path: Problem["path"],
  message: string,
  at?: { line: number; column: number },
): Problem {
  return { code, path, message, severity: "error", ...at };
}
