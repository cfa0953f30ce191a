import { isObject, isSecret, mask, sameProperties } from "./properties";
import type { Properties, PropertyChange } from "./types";

/** Every property that differs, at the deepest place where it does. What begins with `__` is nobody's business. */
export function propertyDiff(before: Properties, after: Properties): PropertyChange[] {
  return diffObjects(before, after, "");
}

function diffObjects(before: Properties, after: Properties, at: string): PropertyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !key.startsWith("__"))
    .flatMap((key) => diffValues(before[key], after[key], at === "" ? key : `${at}.${key}`));
}

function diffValues(before: unknown, after: unknown, path: string): PropertyChange[] {
  if (sameProperties(before, after)) return [];
  if (isSecret(before) || isSecret(after)) return [change(path, before, after)];
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      diffValues(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  if (isObject(before) && isObject(after)) return diffObjects(before, after, path);
  return [change(path, before, after)];
}

function change(path: string, before: unknown, after: unknown): PropertyChange {
  if (before === undefined) return { path, kind: "add", after: mask(after) };
  if (after === undefined) return { path, kind: "delete", before: mask(before) };
  return { path, kind: "update", before: mask(before), after: mask(after) };
}
