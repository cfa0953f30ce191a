import type { LeafChange } from "../yaml/diff";
import { documentNames } from "../yaml/documents";
import { parseYaml } from "../yaml/parse";
import { type PathStep, pathSteps } from "../yaml/path";
import { toYaml } from "./arbitrary-yaml";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonMap = { [key: string]: Json };
type Rest = { steps: PathStep[]; change: LeafChange };

/**
 * What changes make of a list of documents. They do not tell where an entry goes that is added to a list of entries known by a
 * key: that place, and nothing else, is looked up in `target`.
 */
export function applyChanges(documents: Json[], changes: readonly LeafChange[], target: Json[]): Json[] {
  const rest = changes.map((change): Rest => ({ steps: pathSteps(change.path), change }));
  if (documents.length <= 1 && target.length <= 1) {
    const whole = changes.find(({ path }) => path === "");
    if (whole) return whole.kind === "remove" ? [] : [whole.after as Json];
    return [applied(documents[0]!, rest, target[0]!)];
  }
  const [names, targets] = namesOf([documents, target]) as [string[], string[]];
  const nameOf = ({ steps }: Rest) => {
    const [first] = steps;
    return first !== undefined && "document" in first ? first.document : undefined;
  };
  // A document that comes, goes or moves is named by its whole path.
  return arranged(documents, target, {
    isOf: (item, each) => (nameOf(each) ?? each.change.path) === names[documents.indexOf(item)],
    depth: (each) => (nameOf(each) === undefined ? each.steps.length : 1),
    placeOf: (each) => targets.indexOf(each.change.path),
    rest,
  });
}

function namesOf(streams: Json[][]): string[][] {
  const trees = streams.map((stream) => parseYaml(stream.map((document) => toYaml(document)).join("---\n")).documents);
  const names = documentNames(trees);
  return trees.map((stream) => stream.map((tree) => names.get(tree)!));
}

function applied(value: Json, rest: Rest[], target: Json): Json {
  const here = rest.find(({ steps, change }) => steps.length === 0 && change.kind === "change");
  if (here) return here.change.after as Json;
  if (rest.length === 0) return value;
  if (Array.isArray(value)) return appliedToList(value, rest, target as Json[]);
  const map: JsonMap = { ...((value ?? {}) as JsonMap) };
  for (const key of new Set(rest.map(({ steps }) => (steps[0] as { key: string }).key))) {
    const inner = rest.filter(({ steps }) => (steps[0] as { key: string }).key === key);
    const next = inner.map(({ steps, change }) => ({ steps: steps.slice(1), change }));
    const last = next.find(({ steps }) => steps.length === 0);
    if (last?.change.kind === "remove") delete map[key];
    else if (last?.change.kind === "add") map[key] = last.change.after as Json;
    else {
      map[key] = applied(map[key] ?? {}, next, (target as JsonMap)[key] ?? {});
      // A map goes with the only entry that it has.
      const isEmpty = JSON.stringify(map[key]) === "{}" && next.every(({ change }) => change.kind === "remove");
      if (isEmpty) delete map[key];
    }
  }
  return map;
}

function appliedToList(list: Json[], rest: Rest[], target: Json[]): Json[] {
  const [first] = rest[0]!.steps as [PathStep];
  if ("index" in first) {
    const indexOf = ({ steps }: Rest) => (steps[0] as { index: number }).index;
    const gone = rest.filter(({ steps, change }) => steps.length === 1 && change.kind === "remove").map(indexOf);
    const others = rest.filter(({ steps, change }) => steps.length > 1 || change.kind !== "remove");
    const come = others.filter(({ steps, change }) => steps.length === 1 && change.kind === "add");
    const moves = others.filter(({ steps, change }) => steps.length === 1 && change.kind === "move");
    const result = placed(
      list.flatMap((item, at) => (gone.includes(at) ? [] : [{ item, from: at }])),
      moves.map(({ change }) => ({ from: (change.before as number) - 1, to: (change.after as number) - 1 })),
      come.map((each) => ({ item: each.change.after as Json, to: indexOf(each) })),
    );
    return result.map((item, at) => {
      const inner = others.filter((each) => indexOf(each) === at && !come.includes(each) && !moves.includes(each));
      return applied(item, shortened(inner), target[at]!);
    });
  }
  const markOf = (step: PathStep | undefined) => (step !== undefined && "mark" in step ? step : undefined);
  return arranged(list, target, {
    isOf: (item, { steps }) => isMarked(item, markOf(steps[0])!),
    depth: ({ steps }) => steps.length,
    placeOf: ({ steps }) => target.findIndex((item) => isMarked(item, markOf(steps[0])!)),
    rest,
  });
}

/** Fields that Kubernetes tells entries by together with the first. */
const TOGETHER = ["protocol"];

function isMarked(item: Json, { field, mark }: { field: string; mark: string }): boolean {
  const map = item as JsonMap;
  const own = String(map[field]);
  return (
    own === mark || [own, ...TOGETHER.flatMap((other) => (other in map ? [String(map[other])] : []))].join("/") === mark
  );
}

interface Known {
  isOf: (item: Json, each: Rest) => boolean;
  depth: (each: Rest) => number;
  placeOf: (each: Rest) => number;
  rest: Rest[];
}

/** A list of entries that are known by something. */
function arranged(list: Json[], target: Json[], { isOf, depth, placeOf, rest }: Known): Json[] {
  const whole = (kind: LeafChange["kind"]) =>
    rest.filter((each) => depth(each) === 1 && each.change.kind === kind && !isDocumentLeaf(each));
  const [gone, come, moves] = [whole("remove"), whole("add"), whole("move")];
  const entries = list.flatMap((item, from) => (gone.some((each) => isOf(item, each)) ? [] : [{ item, from }]));
  const order = moves.map(({ change }) => ({ from: (change.before as number) - 1, to: (change.after as number) - 1 }));
  const added = come.map((each) => ({ item: each.change.after as Json, to: placeOf(each) }));
  const before = placed(entries, order, added);
  return before.map((item, at) => {
    if (!list.includes(item)) return item;
    const inner = rest.filter((each) => isOf(item, each) && ![...gone, ...come, ...moves].includes(each));
    return applied(item, shortened(inner), target[at]!);
  });
}

function isDocumentLeaf({ steps }: Rest): boolean {
  return steps[0] !== undefined && "document" in steps[0];
}

function shortened(rest: Rest[]): Rest[] {
  return rest.map(({ steps, change }) => ({ steps: steps.slice(1), change }));
}

/** Entries that moved and that were added at their places; the others in the order they were in. */
function placed(
  entries: { item: Json; from: number }[],
  moves: { from: number; to: number }[],
  added: { item: Json; to: number }[],
): Json[] {
  const result = new Array<Json | undefined>(entries.length + added.length).fill(undefined);
  const taken = new Set<number>();
  const put = (to: number, item: Json) => {
    result[to] = item;
    taken.add(to);
  };
  for (const { item, to } of added) put(to, item);
  for (const { from, to } of moves) put(to, entries.find((entry) => entry.from === from)!.item);
  const stays = entries.filter(({ from }) => !moves.some((move) => move.from === from));
  for (let at = 0; at < result.length; at++) if (!taken.has(at)) result[at] = stays.shift()!.item;
  return result as Json[];
}
