import {
  type AnyValues,
  type Attribute,
  type Attributes,
  type BlockListAttribute,
  type Change,
  formatPath,
  isBlock,
  isObject,
  isWriteOnly,
  keysOf,
  type Path,
  sameValue,
} from "@palette-profiles/resource-kit";
import { propertyName } from "../../runtime/wire";
import { movedKeys } from "./moved-keys";

export type DiffKind = "add" | "delete" | "update";

/** One difference, as Pulumi's engine shows it. */
export interface PropertyDifference {
  kind: DiffKind;
  /** It brings about that the resource is replaced. */
  replaces: boolean;
  /** The value before stands in the old inputs; else in the old outputs. The new one is always in the new inputs. */
  inputDiff: boolean;
}

export interface DiffSides {
  /** What a plan changes, and what of it replaces the resource. */
  changes: readonly Change[];
  replace: readonly Path[];
  /** The state before, and the inputs before and now. */
  prior: AnyValues;
  oldInputs: AnyValues;
  newInputs: AnyValues;
}

/**
 * What a plan changes, by property paths such as `packs[1].values`.
 *
 * The engine reads the value before and the value now at one and the same path, so a path may stand for an element of a
 * list only where that is the same element on both sides. One that stands elsewhere and is not the same is shown whole, as
 * gone from its old place and added at its new one; what only moved up or down with that is not shown.
 */
export function detailedDiff(attributes: Attributes, sides: DiffSides): Map<string, PropertyDifference> {
  const found = [...differences(attributes, sides)];
  const shown = found.length > 0 ? found : broughtBy(attributes, sides);
  const isReplacing = ({ path }: Difference) =>
    sides.replace.some((each) => startsWith(path, each) || startsWith(each, path));
  if (sides.replace.length > 0 && !shown.some(isReplacing)) shown.push(...replacedBy(sides));
  return new Map(
    shown.map((each) => {
      const { path, kind, inputDiff } = each;
      const [first, ...rest] = path;
      const written = formatPath([propertyName(String(first)), ...rest]);
      return [written, { kind, inputDiff, replaces: isReplacing(each) }];
    }),
  );
}

/** A difference at a path of attribute names and positions. */
interface Difference {
  path: Path;
  kind: DiffKind;
  inputDiff: boolean;
}

/** Where two values differ, within what the plan changes. */
interface Comparison {
  changes: readonly Change[];
  inputDiff: boolean;
}

function* differences(attributes: Attributes, sides: DiffSides): Generator<Difference> {
  const { changes, prior, oldInputs, newInputs } = sides;
  for (const [name, attribute] of Object.entries(attributes)) {
    const compare = (inputDiff: boolean, before: unknown) => [
      ...differ(attribute, before, newInputs[name], [name], [name], { changes, inputDiff }),
    ];
    const ofInputs = compare(true, oldInputs[name]);
    // After a change that came half-way the inputs are alike, and the state tells what is still to do.
    yield* ofInputs.length > 0 ? ofInputs : compare(false, prior[name]);
  }
}

/** @param place the path with elements by their keys, as the plan's changes have it. */
function* differ(
  attribute: Attribute,
  before: unknown,
  now: unknown,
  path: Path,
  place: readonly string[],
  it: Comparison,
): Generator<Difference> {
  if (!isTouched(it.changes, place)) return;
  if (attribute.kind === "block" && isObject(before) && isObject(now)) {
    yield* differWithin(attribute.attributes, before, now, path, place, it);
  } else if (attribute.kind === "blockList" && Array.isArray(before) && Array.isArray(now)) {
    yield* differInList(attribute, before, now, path, place, it);
  } else if (isShown(attribute, before, now, it.inputDiff)) {
    yield { path, kind: kindOf(before, now), inputDiff: it.inputDiff };
  }
}

function* differWithin(
  attributes: Attributes,
  before: AnyValues,
  now: AnyValues,
  path: Path,
  place: readonly string[],
  it: Comparison,
): Generator<Difference> {
  for (const [name, attribute] of Object.entries(attributes)) {
    yield* differ(attribute, before[name], now[name], [...path, name], [...place, name], it);
  }
}

function* differInList(
  attribute: BlockListAttribute,
  before: readonly unknown[],
  now: readonly unknown[],
  path: Path,
  place: readonly string[],
  it: Comparison,
): Generator<Difference> {
  const keys = keysOf(attribute, before);
  const keysNow = keysOf(attribute, now);
  const gone = new Set<number>();
  const come = new Set<number>();
  const inPlace: Difference[] = [];
  for (const [was, key] of keys.entries()) {
    if (!keysNow.includes(key) && isTouched(it.changes, [...place, key])) gone.add(was);
  }
  const moved = placesLeft(keys, keysNow);
  for (const [is, key] of keysNow.entries()) {
    const was = keys.indexOf(key);
    const here = [...place, key];
    const inner = was < 0 ? [] : [...differElement(attribute, before[was], now[is], [...path, is], here, it)];
    if (was === is) inPlace.push(...inner);
    else if (was < 0) {
      if (isTouched(it.changes, here)) come.add(is);
    } else if (inner.length > 0 || moved.has(key)) {
      gone.add(was);
      come.add(is);
    }
  }
  yield* inPlace;
  for (const index of [...new Set([...gone, ...come])].sort((a, b) => a - b)) {
    const kind = !gone.has(index) ? "add" : come.has(index) ? "update" : "delete";
    yield { path: [...path, index], kind, inputDiff: it.inputDiff };
  }
}

function* differElement(
  attribute: BlockListAttribute,
  before: unknown,
  now: unknown,
  path: Path,
  place: readonly string[],
  it: Comparison,
): Generator<Difference> {
  if (isObject(before) && isObject(now)) yield* differWithin(attribute.attributes, before, now, path, place, it);
  else if (isTouched(it.changes, place)) yield { path, kind: "update", inputDiff: it.inputDiff };
}

/**
 * The keys of elements to show at their places. Where all elements stay in the list, and few change places, those are all
 * that do: two neighbours that swap are two updates, not one that is gone and added.
 */
function placesLeft(keys: readonly string[], keysNow: readonly string[]): Set<string> {
  const moved = movedKeys(keys, keysNow);
  if (keys.length !== keysNow.length || keysNow.some((key) => !keys.includes(key))) return moved;
  const displaced = keysNow.filter((key, index) => keys[index] !== key);
  return displaced.length <= 2 * moved.size ? new Set(displaced) : moved;
}

/** What Palette alone gives is no input; what it may give is none where the program left it to Palette. */
function isShown(attribute: Attribute, before: unknown, now: unknown, inputDiff: boolean): boolean {
  if (before === undefined && now === undefined) return false;
  if (isBlock(attribute)) return true;
  if (isWriteOnly(attribute) || sameValue(attribute, before, now)) return false;
  if (attribute.computed !== true) return true;
  return attribute.optional === true && (inputDiff || now !== undefined);
}

/**
 * Where only what Palette gives will change, such as the version that a train stands for: the inputs that bring it. They
 * are the same before and now.
 */
function broughtBy(attributes: Attributes, { changes, oldInputs, newInputs }: DiffSides): Difference[] {
  const paths = new Map<string, Path>();
  for (const { path } of changes) {
    const found = bringer(attributes, path, oldInputs, newInputs);
    if (found !== undefined) paths.set(formatPath(found), found);
  }
  const all = [...paths.values()];
  // What stands in an element says more than what stands at the top, which follows from it.
  const inner = all.filter((path) => path.length > 1);
  return (inner.length > 0 ? inner : all).map((path) => ({ path, kind: "update", inputDiff: true }));
}

function bringer(
  attributes: Attributes,
  place: readonly string[],
  before: AnyValues,
  now: AnyValues,
  path: Path = [],
): Path | undefined {
  const [name, key, ...rest] = place;
  const attribute = name === undefined ? undefined : attributes[name];
  if (name !== undefined && attribute !== undefined && isBlock(attribute) && key !== undefined) {
    const [old, current] = [before[name], now[name]];
    if (attribute.kind === "block" && isObject(old) && isObject(current)) {
      return bringer(attribute.attributes, [key, ...rest], old, current, [...path, name]);
    }
    if (attribute.kind === "blockList" && Array.isArray(old) && Array.isArray(current)) {
      const index = keysOf(attribute, current).indexOf(key);
      const [was, is]: unknown[] = [old[index], current[index]];
      if (isObject(was) && isObject(is)) return bringer(attribute.attributes, rest, was, is, [...path, name, index]);
    }
  }
  const isGiven = ([each]: [string, Attribute]) => before[each] !== undefined && now[each] !== undefined;
  const given = Object.entries(attributes).filter(isGiven);
  const [found] = given.find(([, each]) => !isBlock(each) && each.computed === true) ?? given[0] ?? [];
  return found === undefined ? undefined : [...path, found];
}

/** What replaces the resource though no input shows it. */
function replacedBy({ replace, prior, newInputs }: DiffSides): Difference[] {
  return replace.flatMap((path) => {
    const [before, now] = [valueAt(prior, path), valueAt(newInputs, path)];
    return before === undefined && now === undefined ? [] : [{ path, kind: kindOf(before, now), inputDiff: false }];
  });
}

function valueAt(values: AnyValues, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), values);
}

function kindOf(before: unknown, now: unknown): DiffKind {
  return before === undefined ? "add" : now === undefined ? "delete" : "update";
}

function isTouched(changes: readonly Change[], place: readonly string[]): boolean {
  return changes.some(({ path }) => startsWith(path, place) || startsWith(place, path));
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, index) => path[index] === step);
}
