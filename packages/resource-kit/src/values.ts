import type { Attribute, Attributes, BlockListAttribute } from "./schema";
import { type AnyValues, defaultOf, isBlock } from "./schema";
import { UNKNOWN } from "./unknown";

export function isObject(value: unknown): value is AnyValues {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The elements of a block list; an absent or unknown list has none. */
export function elementsOf(value: unknown): AnyValues[] {
  return Array.isArray(value) ? (value as AnyValues[]) : [];
}

/** An element's key, or its position where it has none yet, so that no two elements share one. */
export function keysOf(attribute: BlockListAttribute, elements: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return elements.map((element, index) => {
    const key = (isObject(element) ? attribute.key(element)?.normalize() : undefined) ?? `#${index}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return nth === 0 ? key : `${key}#${nth + 1}`;
  });
}

/** For each element, the position of the one with the same key in `others`, or -1. */
export function matchElements(
  attribute: BlockListAttribute,
  elements: readonly unknown[],
  others: readonly unknown[],
): number[] {
  const positions = new Map(keysOf(attribute, others).map((key, index) => [key, index]));
  return keysOf(attribute, elements).map((key) => positions.get(key) ?? -1);
}

/**
 * Same by meaning: what a plan must not call a change. Unknown is never the same as anything; an empty text stands for
 * the default.
 */
export function sameValue(attribute: Attribute, a: unknown, b: unknown): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  switch (attribute.kind) {
    case "block":
      if (a === undefined || b === undefined) return a === b;
      return sameAttributes(attribute.attributes, a as AnyValues, b as AnyValues);
    case "blockList": {
      const [left, right] = [elementsOf(a), elementsOf(b)];
      return (
        left.length === right.length &&
        left.every((element, index) => sameAttributes(attribute.attributes, element, right[index] as AnyValues))
      );
    }
    case "stringSet":
      return Array.isArray(a) && Array.isArray(b) ? sameSet(a, b) : a === b;
    case "stringList":
      return Array.isArray(a) && Array.isArray(b) ? sameList(a, b) : a === b;
    case "stringMap":
      return isObject(a) && isObject(b) ? sameMap(a, b) : a === b;
    case "string":
      return sameText(attribute, orDefault(attribute, a), orDefault(attribute, b));
    default:
      return a === b;
  }
}

function orDefault(attribute: Attribute, value: unknown): unknown {
  return value === "" ? (defaultOf(attribute) ?? value) : value;
}

function sameText(attribute: Extract<Attribute, { kind: "string" }>, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === "string" && typeof b === "string" && (attribute.equal?.(a, b) ?? false);
}

export function sameAttributes(attributes: Attributes, a: AnyValues, b: AnyValues): boolean {
  return Object.entries(attributes).every(([name, attribute]) => sameValue(attribute, a[name], b[name]));
}

/** The value with all its texts in Unicode's composed form (NFC). */
export function composed(value: unknown): unknown {
  if (typeof value === "string") return value.normalize();
  if (Array.isArray(value)) return value.map(composed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.normalize(), composed(inner)]));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** True for absent, `""`, `[]`, `{}`, a block of empty lists, and `false`: backends do not tell these apart. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === "" || value === false) return true;
  if (Array.isArray(value)) return isEmptyList(value);
  return isObject(value) && Object.values(value).every((inner) => inner === undefined || isEmptyList(inner));
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item !== UNKNOWN && item === b[index]);
}

/** A symbol cannot be sorted, and what is unknown is the same as nothing. */
function sameSet(a: readonly unknown[], b: readonly unknown[]): boolean {
  return !a.includes(UNKNOWN) && !b.includes(UNKNOWN) && sameList([...a].sort(), [...b].sort());
}

function sameMap(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] !== UNKNOWN && a[name] === b[name]);
}

/** Visits every leaf attribute of a value with its path; blocks are walked into, an unknown block is given as it is. */
export function* leaves(
  attributes: Attributes,
  values: AnyValues,
  path: (string | number)[] = [],
): Generator<{ attribute: Attribute; path: (string | number)[]; value: unknown }> {
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = values[name];
    const here = [...path, name];
    if (!isBlock(attribute) || value === UNKNOWN) yield { attribute, path: here, value };
    else if (attribute.kind === "block") {
      if (isObject(value)) yield* leaves(attribute.attributes, value, here);
    } else {
      for (const [index, element] of elementsOf(value).entries()) {
        if (isObject(element)) yield* leaves(attribute.attributes, element, [...here, index]);
        else yield { attribute, path: [...here, index], value: element };
      }
    }
  }
}
