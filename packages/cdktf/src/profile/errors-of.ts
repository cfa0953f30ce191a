import type { Problem } from "@palette-profiles/profiles";
import { originOf } from "../values/values-origin";

/**
 * What a synth stops for, in the words of a plan, and which file it stands in. What a plan only warns of is left to the plan.
 *
 * @param model what the problems are about, where its texts may be from files
 */
export function errorsOf(problems: Problem[], model?: unknown): string[] {
  return problems.filter(({ severity }) => severity === "error").map((problem) => withFile(problem, model));
}

function withFile({ message, path, line, column }: Problem, model: unknown): string {
  const parent = path.slice(0, -1).reduce<any>((value, step) => value?.[step], model);
  const origin = originOf(parent, path.at(-1)!);
  return origin === undefined ? message : `${message} (${origin._place(line, column)})`;
}
