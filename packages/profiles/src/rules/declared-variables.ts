import type { ProfileModel, VariableModel } from "../model/profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { allKnown } from "./texts";

/** The variables that a profile declares. */
export interface DeclaredVariables {
  /** Those whose name is known, by name. */
  byName: ReadonlyMap<string, { variable: DeepFields<VariableModel>; index: number }>;
  /** Whether these are all, so that another name is declared nowhere. */
  complete: boolean;
}

export function declaredVariables(profile: DeepFields<ProfileModel>): DeclaredVariables {
  const byName = new Map<string, { variable: DeepFields<VariableModel>; index: number }>();
  for (const { item: variable, index } of knownItems<VariableModel>(profile.variables)) {
    const { name } = variable;
    if (typeof name === "string" && name !== "" && !byName.has(name)) byName.set(name, { variable, index });
  }
  const complete = allKnown<VariableModel>(profile.variables, ({ name }) => typeof name !== "symbol");
  return { byName, complete };
}
