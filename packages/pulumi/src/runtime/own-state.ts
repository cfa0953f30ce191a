import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Properties } from "./wire";

/** The output, which Pulumi never shows, with what only this package reads of a state. */
export const NOTES = "__kit";

/**
 * What only this package reads of a state; every state that it wrote has it.
 * @throws {DiagnosticError} `ForeignState` where another package wrote the state, as an alias brings it.
 */
export function ownNotes<N>(state: Properties): Partial<N> {
  const notes = state[NOTES];
  if (typeof notes === "object" && notes !== null) return notes;
  throw new DiagnosticError({
    code: "ForeignState",
    summary: "The state was not written by this package",
    detail:
      "An alias brought the state of another package's resource. Take the alias out, and take the profile over by adopt: true, or in the native mode by import.",
  });
}
