import type { Problem } from "@palette-profiles/profiles";

/** What a synth stops for, in the words of a plan. What a plan only warns of is left to the plan. */
export function errorsOf(problems: Problem[]): string[] {
  return problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
}
