import { knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { error, type Problem, type ProblemCode } from "./problem";

/** A word that Palette knows; an unknown one is told with all of them, and the nearest. */
export function checkWord(code: ProblemCode, field: string, value: unknown, allowed: readonly string[]): Problem[] {
  const word = knownText(value);
  if (word === undefined || allowed.includes(word)) return [];
  const [near] = nearest(word, allowed, 1);
  const hint = near ? `; did you mean "${near}"?` : "";
  return [error(code, [field], `the ${field} "${word}" is unknown; use one of ${allowed.join(", ")}${hint}`)];
}
