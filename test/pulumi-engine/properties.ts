import type { Properties } from "./types";

export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export interface Secret {
  [SIGNATURE]: typeof SECRET;
  value: unknown;
}

export function secret(value: unknown): Secret {
  return { [SIGNATURE]: SECRET, value };
}

export function isSecret(value: unknown): value is Secret {
  return isObject(value) && value[SIGNATURE] === SECRET;
}

export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function containsSecret(value: unknown): boolean {
  if (isSecret(value)) return true;
  if (Array.isArray(value)) return value.some(containsSecret);
  return isObject(value) && Object.values(value).some(containsSecret);
}

export function containsUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  return isObject(value) && Object.values(value).some(containsUnknown);
}

/** The same with secrets in clear, which is how a dynamic provider gets them. */
export function reveal<T>(value: T): T {
  return walk(value, (inner) => inner) as T;
}

/** The same with every secret replaced, which is how people see them. */
export function mask(value: unknown): unknown {
  return walk(value, () => "[secret]");
}

/**
 * Marks in `outs` what was secret under the same key in `ins`. Dynamic providers do not keep secrets apart, so the
 * engine has to; a list with a secret inside becomes secret as a whole, as in the real engine.
 */
export function markSecrets(outs: Properties, ins: Properties): Properties {
  const marked: Properties = { ...outs };
  for (const [key, before] of Object.entries(ins)) {
    if (!(key in marked)) continue;
    const value = marked[key];
    if (isObject(value) && isObject(before) && !isSecret(value) && !isSecret(before)) {
      marked[key] = markSecrets(value, before);
    } else if (!isSecret(value) && containsSecret(before)) marked[key] = secret(value);
  }
  return marked;
}

/** Marks whole properties, by name. */
export function markNamed(outs: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    Object.entries(outs).map(([key, value]) => [key, names.includes(key) && !isSecret(value) ? secret(value) : value]),
  );
}

/** Equal whatever the order of keys; secrets by what they hold. */
export function sameProperties(a: unknown, b: unknown): boolean {
  if (isSecret(a) || isSecret(b)) return sameProperties(isSecret(a) ? a.value : a, isSecret(b) ? b.value : b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameProperties(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameProperties(a[key], b[key]));
}

function walk(value: unknown, onSecret: (inner: unknown) => unknown): unknown {
  if (isSecret(value)) return onSecret(walk(value.value, onSecret));
  if (Array.isArray(value)) return value.map((item) => walk(item, onSecret));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, onSecret)]));
}
