/** `empty` is an empty text, which may stand for a number; `any` is what readers of YAML take differently, such as `yes`. */
export type ScalarKind = "string" | "empty" | "number" | "boolean" | "any" | "null";

/** What values may be at one place. Nothing at all means that nothing is known. */
export interface Shape {
  scalars: Set<ScalarKind>;
  /** The only texts there may be, where the pack says so. */
  choices?: readonly string[];
  map?: MapShape;
  list?: { item: Shape };
}

export interface MapShape {
  keys: Map<string, KeyShape>;
  /** Whether other keys may stand there too. */
  open: boolean;
}

export interface KeyShape {
  shape: Shape;
  /** What is said of the key, line by line. */
  says: string[];
}

export function emptyShape(): Shape {
  return { scalars: new Set() };
}

/** What either allows. */
export function mergeShapes(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  const merged: Shape = { scalars: new Set([...a.scalars, ...b.scalars]) };
  const map = mergeMaps(a.map, b.map);
  if (map !== undefined) merged.map = map;
  const [one, other] = [a.list?.item, b.list?.item];
  if (one !== undefined || other !== undefined) {
    merged.list = { item: one && other ? mergeShapes(one, other) : (one ?? other)! };
  }
  return merged;
}

function mergeMaps(a: MapShape | undefined, b: MapShape | undefined): MapShape | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const keys = new Map(a.keys);
  for (const [key, { shape, says }] of b.keys) {
    const there = keys.get(key);
    keys.set(
      key,
      there === undefined
        ? { shape, says }
        : { shape: mergeShapes(there.shape, shape), says: there.says.length > 0 ? there.says : says },
    );
  }
  return { keys, open: a.open || b.open };
}
