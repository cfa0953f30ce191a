import { type AnyValues, type Attribute, type Attributes, isBlock } from "./schema";
import { elementsOf, isObject, keysOf, sameValue } from "./values";

/** One attribute that will differ. Elements of block lists are named by their key, not by position. */
export interface Change {
  /** Attribute names and, for elements, their keys: `["packs", "argo-cd", "tag"]`. */
  path: readonly string[];
  kind: "add" | "remove" | "change" | "move";
  /** For a move, the position before (from 0). */
  before?: unknown;
  /** For a move, the position after (from 0). May be unknown. */
  after?: unknown;
  sensitive: boolean;
}

/** Every difference between two states, by meaning and by identity. */
export function diffValues(attributes: Attributes, before: AnyValues, after: AnyValues): Change[] {
  return diffAttributes(attributes, before, after, [], false);
}

function diffAttributes(
  attributes: Attributes,
  before: AnyValues,
  after: AnyValues,
  path: readonly string[],
  sensitive: boolean,
): Change[] {
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    diffOne(attribute, before[name], after[name], [...path, name], sensitive || attribute.sensitive === true),
  );
}

function diffOne(
  attribute: Attribute,
  before: unknown,
  after: unknown,
  path: readonly string[],
  sensitive: boolean,
): Change[] {
  if (
    attribute.kind === "blockList" &&
    (before === undefined || Array.isArray(before)) &&
    (after === undefined || Array.isArray(after))
  ) {
    return diffElements(attribute, elementsOf(before), elementsOf(after), path, sensitive);
  }
  if (attribute.kind === "block" && isObject(before) && isObject(after)) {
    return diffAttributes(attribute.attributes, before, after, path, sensitive);
  }
  if (before === undefined && after === undefined) return [];
  if (!isBlock(attribute) && sameValue(attribute, before, after)) return [];
  const kind = before === undefined ? "add" : after === undefined ? "remove" : "change";
  return [
    { path, kind, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), sensitive },
  ];
}

function diffElements(
  attribute: Extract<Attribute, { kind: "blockList" }>,
  before: readonly AnyValues[],
  after: readonly AnyValues[],
  path: readonly string[],
  sensitive: boolean,
): Change[] {
  const keysBefore = keysOf(attribute, before);
  const keysAfter = keysOf(attribute, after);
  const changes: Change[] = [];
  for (const [index, key] of keysBefore.entries()) {
    if (!keysAfter.includes(key))
      changes.push({ path: [...path, key], kind: "remove", before: before[index], sensitive });
  }
  const stayed = keysBefore.filter((key) => keysAfter.includes(key));
  const order = keysAfter.filter((key) => keysBefore.includes(key));
  const moved = movedKeys(stayed, order);
  for (const [index, key] of keysAfter.entries()) {
    const was = keysBefore.indexOf(key);
    const here = [...path, key];
    if (was < 0) {
      changes.push({ path: here, kind: "add", after: after[index], sensitive });
      continue;
    }
    if (moved.has(key)) changes.push({ path: here, kind: "move", before: was, after: index, sensitive });
    const [left, right] = [before[was], after[index]];
    if (isObject(left) && isObject(right))
      changes.push(...diffAttributes(attribute.attributes, left, right, here, sensitive));
    else changes.push({ path: here, kind: "change", before: left, after: right, sensitive });
  }
  return changes;
}

/** The fewest keys that moved: those outside a longest run that kept its order. */
function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const positions = after.map((key) => before.indexOf(key));
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, position] of positions.entries()) {
    lengths[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      if (positions[earlier]! < position && lengths[earlier]! + 1 > lengths[index]!) {
        lengths[index] = lengths[earlier]! + 1;
        previous[index] = earlier;
      }
    }
    if (last < 0 || lengths[index]! > lengths[last]!) last = index;
  }
  const kept = new Set<string>();
  for (let index = last; index >= 0; index = previous[index]!) kept.add(after[index]!);
  return new Set(after.filter((key) => !kept.has(key)));
}
