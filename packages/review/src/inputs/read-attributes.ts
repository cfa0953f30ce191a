import { UNKNOWN } from "@palette-profiles/profiles";
import { attribute, isSensitive, type MarkedObject } from "./marked-object";

/** The attributes by the model's names. A name that is itself sensitive is replaced: it would show in every line. */
export function readAttributes<T>(
  from: MarkedObject,
  names: Record<string, string>,
  place: string,
): { [K in keyof T]?: unknown } & { sensitive?: string[] } {
  const model: Record<string, unknown> = {};
  const sensitive: string[] = [];
  for (const [name, attributeName] of Object.entries(names)) {
    model[name] = plain(attribute(from, attributeName));
    if (isSensitive(from, attributeName)) sensitive.push(name);
  }
  if (sensitive.includes("name")) model.name = `(masked name of ${place})`;
  return { ...model, ...(sensitive.length > 0 ? { sensitive } : {}) } as { [K in keyof T]?: unknown } & {
    sensitive?: string[];
  };
}

/** A scalar, or a list of scalars: no attribute is anything else. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item === null || typeof item !== "object");
  return value !== null && typeof value === "object" ? undefined : value;
}

/** One of each block; unknown where their number is. */
export function each<T>(
  list: MarkedObject[] | typeof UNKNOWN,
  make: (item: MarkedObject, index: number) => T,
): T[] | typeof UNKNOWN {
  return Array.isArray(list) ? list.map(make) : UNKNOWN;
}
