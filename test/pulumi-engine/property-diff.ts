import { isObject, isSecret, mask, sameProperties } from "./properties";
import { parsePath, valueAt } from "./property-path";
import type { DetailedChange, ResourceDiff } from "./provider";
import type { Properties, PropertyChange } from "./types";

interface Sides {
  oldInputs: Properties;
  oldOutputs: Properties;
  news: Properties;
}

/** What people see: what the provider says, or where it says nothing in detail, how the inputs differ. */
export function shownDiff(diff: ResourceDiff, it: Sides): PropertyChange[] {
  if (diff.detailed === undefined) return propertyDiff(it.oldInputs, it.news);
  return Object.entries(diff.detailed).map(([path, change]) => shownChange(path, change, it));
}

function shownChange(path: string, { kind, replace, inputDiff }: DetailedChange, it: Sides): PropertyChange {
  const at = parsePath(path);
  const before = mask(valueAt(inputDiff ? it.oldInputs : it.oldOutputs, at));
  const after = mask(valueAt(it.news, at));
  return {
    path,
    kind,
    ...(replace ? { replace } : {}),
    ...(kind === "add" ? {} : { before }),
    ...(kind === "delete" ? {} : { after }),
  };
}

/** Every property that differs, at the deepest place where it does. What begins with `__` is nobody's business. */
export function propertyDiff(before: Properties, after: Properties): PropertyChange[] {
  return diffObjects(before, after, "");
}

function diffObjects(before: Properties, after: Properties, at: string): PropertyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !key.startsWith("__"))
    .flatMap((key) => diffValues(before[key], after[key], joined(at, key)));
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

function joined(at: string, key: string): string {
  if (/[.[\]"]/.test(key)) return `${at}[${JSON.stringify(key)}]`;
  return at === "" ? key : `${at}.${key}`;
}

function change(path: string, before: unknown, after: unknown): PropertyChange {
  if (before === undefined) return { path, kind: "add", after: mask(after) };
  if (after === undefined) return { path, kind: "delete", before: mask(before) };
  return { path, kind: "update", before: mask(before), after: mask(after) };
}
