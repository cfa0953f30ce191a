import { type Diagnostic, DiagnosticError, formatPath, hasErrors, toDiagnostic } from "@palette-profiles/resource-kit";
import type { dynamic } from "@pulumi/pulumi";
import { pulumiWords } from "./pulumi-words";
import { propertyName } from "./wire";

/**
 * Errors as Pulumi's check reports them. The property stands in the reason: given apart, Pulumi prints the value of the
 * whole top-level property with it, and `<nil>` for one inside a list.
 */
export function checkFailures(diagnostics: readonly Diagnostic[]): dynamic.CheckFailure[] {
  return errorSentences(diagnostics).map((reason) => ({ property: "", reason }));
}

export function warningSentences(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter((each) => each.severity === "warning").map(sentence);
}

/** @throws one error that tells all errors there are. */
export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new ToldError(errorSentences(diagnostics).join("\n"));
}

export function errorSentences(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter((each) => each.severity === "error").map(sentence);
}

/**
 * The same work, whose errors that have words for people are told as such. Others are mistakes of ours: they keep their stack.
 * @throws {ToldError}
 */
export async function told<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DiagnosticError) throwErrors([toDiagnostic(error)]);
    throw error;
  }
}

/** Something was made or changed before the failure: Pulumi keeps `properties` as the state, and updates next time. */
export class PartialFailure extends Error {
  override readonly name = "PartialFailure";
  readonly id: string;
  readonly properties: Record<string, unknown>;
  readonly reasons: string[];

  constructor(id: string, properties: Record<string, unknown>, reasons: string[]) {
    super(reasons.join("\n"));
    this.id = id;
    this.properties = properties;
    this.reasons = reasons;
  }
}

/** Pulumi prints the message at the resource, and its plugin host the error and its stack beside it: one short line. */
class ToldError extends Error {
  override readonly name = "ToldError";

  constructor(message: string) {
    super(message);
    this.stack = "failed, as told at the resource";
  }

  override toString(): string {
    return "palette";
  }
}

/** What is wrong, without the place. */
export function reasonOf({ summary, detail, code }: Diagnostic): string {
  return `${pulumiWords(`${summary}. ${detail}`)} [${code}]`;
}

function sentence(diagnostic: Diagnostic): string {
  const property = propertyOf(diagnostic);
  return `${property === "" ? "" : `${property}: `}${reasonOf(diagnostic)}`;
}

/** Where, in the words of programs: `packs[1].tag`. Empty where no property is at fault. */
export function propertyOf(diagnostic: Diagnostic): string {
  const [first, ...rest] = diagnostic.path ?? [];
  if (first === undefined) return "";
  return formatPath([typeof first === "string" ? propertyName(first) : first, ...rest]);
}
