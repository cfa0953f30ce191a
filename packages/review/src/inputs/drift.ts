import type { AnyProfile } from "../model";
import { isPalettesMask } from "../placeholder";

type Variable = { name?: unknown; defaultValue?: unknown };

/**
 * The profile as it was last applied, to be held against what is live: a default that Palette only shows masked is no drift.
 * `base` itself where there is nothing to mend.
 */
export function comparableBase(base: AnyProfile | undefined, live: AnyProfile | undefined): AnyProfile | undefined {
  const masked = variablesOf(live).filter(({ defaultValue }) => isPalettesMask(defaultValue));
  if (base === undefined || typeof base === "symbol" || masked.length === 0) return base;
  const names = new Set(masked.map(({ name }) => name));
  const variables = variablesOf(base).map((variable) =>
    names.has(variable.name)
      ? { ...variable, defaultValue: masked.find(({ name }) => name === variable.name)?.defaultValue }
      : variable,
  );
  return { ...base, variables } as AnyProfile;
}

function variablesOf(profile: AnyProfile | undefined): Variable[] {
  const variables = (profile as { variables?: unknown } | undefined)?.variables;
  return Array.isArray(variables) ? (variables as Variable[]) : [];
}
