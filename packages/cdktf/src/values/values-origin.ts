import { Values } from "./values";

/** Beside a model of a layer, a tier or a manifest: which of its texts are from files. Copied with the model, and no part of it. */
const ORIGINS = Symbol("origins");

/** The model, which remembers of which files its texts are. @param given what the program gave for them */
export function withOrigins<T extends object>(model: T, given: object): T {
  const ofFiles = Object.entries(given).filter(([, values]) => values instanceof Values && values._files().length > 0);
  return ofFiles.length === 0 ? model : { ...model, [ORIGINS]: Object.fromEntries(ofFiles) };
}

/** What the program gave for a text of a model, where any of it is from a file. */
export function originOf(model: unknown, field: string | number): Values | undefined {
  return (model as { [ORIGINS]?: Record<string, Values> } | undefined)?.[ORIGINS]?.[field];
}
