/**
 * A value that is not known before the apply. It stands wherever a value may stand, never inside a string.
 * `Symbol.for`, so that two copies of this package in one process agree.
 */
export const UNKNOWN: unique symbol = Symbol.for("palette-profiles.unknown") as typeof UNKNOWN;
export type Unknown = typeof UNKNOWN;

/** A shape in which every value, at any depth, may be unknown. */
export type MaybeUnknown<T> =
  | Unknown
  | (T extends readonly (infer E)[]
      ? MaybeUnknown<E>[]
      : T extends object
        ? { [K in keyof T]: MaybeUnknown<T[K]> }
        : T);

export function isUnknown(value: unknown): value is Unknown {
  return value === UNKNOWN;
}

/** True where the value, or anything inside it, is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasUnknown);
  return false;
}

/** The value where it is known, else `undefined`. */
export function known<T>(value: T | Unknown): T | undefined {
  return value === UNKNOWN ? undefined : (value as T);
}

/** The value with all that is unknown left out: attributes and elements. A state may hold nothing unknown. */
export function withoutUnknown(value: unknown): unknown {
  if (value === UNKNOWN) return undefined;
  if (Array.isArray(value)) return value.filter((each) => each !== UNKNOWN).map(withoutUnknown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutUnknown(inner)]));
}
