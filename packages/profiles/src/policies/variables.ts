import type { ProfileProperties } from "./facts";
import { entriesOf } from "./layers";

/** A profile variable, and where it stands: `variables[1]`. */
export interface ProfileVariable {
  path: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The profile variables that are known: in a list of their own, or in the block that Pulumi's profiles have for them. */
export function variablesOf({ variables, profileVariables }: ProfileProperties): ProfileVariable[] {
  const block = (profileVariables ?? {}) as { variables?: unknown };
  return [...entriesIn("variables", variables), ...entriesIn("profileVariables.variables", block.variables)];
}

function entriesIn(place: string, list: unknown): ProfileVariable[] {
  return entriesOf(list).map(({ index, fields }) => ({ path: `${place}[${index}]`, fields }));
}
