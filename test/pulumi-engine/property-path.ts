import { isObject, isSecret, secret } from "./properties";
import type { Properties } from "./types";

/** `packs[0].values` as `["packs", 0, "values"]`; `*` stands for every key or index. */
export type PropertyPath = (string | number)[];

/**
 * Reads a path as Pulumi writes it: `a.b`, `a[0]`, `a["b.c"]`, `a[*].b`.
 * @throws where it is none.
 */
export function parsePath(text: string): PropertyPath {
  const path: PropertyPath = [];
  const part = /\.?([^.[\]"]+)|\[(\d+)\]|\[(\*)\]|\["((?:[^"\\]|\\.)*)"\]/y;
  while (part.lastIndex < text.length) {
    const at = part.lastIndex;
    const match = part.exec(text);
    if (match === null) throw new Error(`${JSON.stringify(text)} is no property path: see character ${at + 1}.`);
    const [, name, index, every, quoted] = match;
    path.push(index === undefined ? (name ?? every ?? quoted?.replace(/\\(.)/g, "$1") ?? "") : Number(index));
  }
  return path;
}

/** What stands at a path, through secrets. */
export function valueAt(properties: unknown, path: PropertyPath): unknown {
  const value = isSecret(properties) ? properties.value : properties;
  const [key, ...rest] = path;
  if (key === undefined) return properties;
  const inner =
    typeof key === "number"
      ? Array.isArray(value)
        ? value[key]
        : undefined
      : isObject(value)
        ? value[key]
        : undefined;
  const found = valueAt(inner, rest);
  return isSecret(properties) && found !== undefined && !isSecret(found) ? secret(found) : found;
}

/** Whether `path` is `at`, or inside of it. */
export function contains(at: PropertyPath, path: PropertyPath): boolean {
  return at.length <= path.length && at.every((key, index) => key === "*" || key === path[index]);
}

/**
 * The new properties with what stands at a path put back to what it was. As in Pulumi, nothing is put back where a list
 * on the way is shorter on one side.
 */
export function putBack(olds: Properties, news: Properties, path: PropertyPath): Properties {
  return back(olds, news, path) as Properties;
}

function back(old: unknown, now: unknown, path: PropertyPath): unknown {
  if (isSecret(now)) return secret(back(old, now.value, path));
  const before = isSecret(old) ? old.value : old;
  const [key, ...rest] = path;
  if (key === undefined) return old;
  if (Array.isArray(now) && Array.isArray(before)) {
    const reached = (index: number) => (key === "*" || key === index) && index < before.length;
    return now.map((item, index) => (reached(index) ? back(before[index], item, rest) : item));
  }
  if (!isObject(now) || !isObject(before)) return now;
  const names = key === "*" ? [...new Set([...Object.keys(before), ...Object.keys(now)])] : [String(key)];
  return names.reduce((made, name) => putBackName(before, made, name, rest), now);
}

function putBackName(before: Properties, now: Properties, name: string, rest: PropertyPath): Properties {
  if (rest.length > 0)
    return name in now && name in before ? { ...now, [name]: back(before[name], now[name], rest) } : now;
  if (name in before) return { ...now, [name]: before[name] };
  const { [name]: _, ...others } = now;
  return others;
}
