import { nearest } from "../nearest";
import type { Reference } from "../references";
import type { DeclaredVariables } from "./declared-variables";
import { error, type Problem, warning } from "./problem";
import type { ProfileText } from "./texts";

/**
 * V15: every variable that a text refers to is declared. Each is told once a text. In a comment it is a warning: nothing
 * there reaches a cluster, but whether Palette looks into comments is not documented.
 */
export function undeclaredProblems(
  { path, what, plural }: ProfileText,
  found: readonly Reference[],
  { byName, complete }: DeclaredVariables,
): Problem[] {
  if (!complete) return [];
  const first = new Map<string, Reference>();
  for (const reference of found) {
    if (reference.kind !== "var" || isDeclared(reference, byName)) continue;
    const other = first.get(reference.name);
    if (!other || (other.place === "comment" && reference.place !== "comment")) first.set(reference.name, reference);
  }
  return [...first.values()].map(({ name, line, column, place }) => {
    const verb = plural ? "refer" : "refers";
    const message = `${what} ${verb} to the variable "${name}" (line ${line}, column ${column}), which the profile does not declare; ${advice(name, [...byName.keys()])}`;
    const told = place === "comment" ? warning : error;
    return told("UndeclaredVariable", path, message, { line, column });
  });
}

/** V15: a variable that nothing refers to is asked for in vain. */
export function unusedProblems({ byName }: DeclaredVariables, used: ReadonlySet<string>): Problem[] {
  return [...byName].flatMap(([name, { index }]) => {
    if (used.has(name)) return [];
    const message = `the variable "${name}" is declared, but no values and no manifest of the profile refer to it; write '{{.spectro.var.${name}}}' where its value belongs, or remove it`;
    return [warning("UnusedVariable", ["variables", index, "name"], message)];
  });
}

/** A name with dots reads like a path. */
function isDeclared({ name, path }: Reference, byName: DeclaredVariables["byName"]): boolean {
  return byName.has(name) || (path !== undefined && byName.has([name, ...path].join(".")));
}

const SHOWN = 5;

function advice(name: string, declared: string[]): string {
  const near = nearest(name, declared).map((other) => `"${other}"`);
  if (near.length > 0) return `did you mean ${near.join(" or ")}? Otherwise declare it`;
  if (declared.length === 0) return "it declares none: declare it, or write the value itself";
  const some = declared.slice(0, SHOWN).map((other) => `"${other}"`);
  const more = declared.length > SHOWN ? ` and ${declared.length - SHOWN} more` : "";
  return `declared are ${some.join(", ")}${more}: declare it, or use one of these`;
}
