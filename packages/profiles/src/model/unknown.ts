/** Stands for a value that is not known while planning. The same symbol in every package, without importing it. */
export const UNKNOWN = Symbol.for("palette-profiles.unknown");

/** `T` in which any value, at any depth, may be missing yet: the unknown symbol in its place. */
export type DeepMaybeUnknown<T> =
  | symbol
  | (T extends readonly (infer E)[]
      ? DeepMaybeUnknown<E>[]
      : T extends object
        ? { [K in keyof T]: DeepMaybeUnknown<T[K]> }
        : T);

/** The text, or undefined when it is unknown, missing or null. */
export function knownText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The elements that are known, each with its index; none when the list itself is not known. */
export function knownItems<T extends object>(list: unknown): { item: DeepFields<T>; index: number }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) =>
    item !== null && typeof item === "object" ? [{ item: item as DeepFields<T>, index }] : [],
  );
}

/** An object that is known, whose fields may not be. */
export type DeepFields<T> = { [K in keyof T]?: DeepMaybeUnknown<T[K]> | null };
