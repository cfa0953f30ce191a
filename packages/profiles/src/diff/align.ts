/** Entries of two lists brought together. Places count from 0. */
export interface Alignment<T> {
  pairs: { before: T; after: T; from: number; to: number; moved: boolean }[];
  removed: { item: T; at: number }[];
  added: { item: T; at: number }[];
}

/** Beyond this many cells the table of common entries is not built, and entries pair by place. */
const TABLE_LIMIT = 4_000_000;

/** From this share of equal leaves on, what is gone and what has come is one thing under another name. */
export const LIKE_ENOUGH = 0.7;
/** Beyond this many pairs nobody's likeness is looked at. */
const LIKENESS_LIMIT = 10_000;

/**
 * Pairs entries by identity, and what is left over where one is like another, from 0 to 1: at least `LIKE_ENOUGH`, and
 * more than either is like any other. The entries that moved are the fewest that explain the new order.
 */
export function alignByKey<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  likeness: (before: T, after: T) => number = () => 0,
): Alignment<T> {
  const places = new Map(after.map((item, at) => [keyOf(item), at]));
  const pairs: Alignment<T>["pairs"] = [];
  const removed: Alignment<T>["removed"] = [];
  before.forEach((item, from) => {
    const to = places.get(keyOf(item));
    if (to === undefined) removed.push({ item, at: from });
    else pairs.push({ before: item, after: after[to]!, from, to, moved: false });
  });
  const taken = new Set(pairs.map(({ to }) => to));
  const added = after.flatMap((item, at) => (taken.has(at) ? [] : [{ item, at }]));
  const renamed = bestPairs(removed, added, likeness);
  for (const [gone, come] of renamed) {
    pairs.push({ before: gone.item, after: come.item, from: gone.at, to: come.at, moved: false });
  }
  pairs.sort((x, y) => x.from - y.from);
  markMoves(pairs);
  pairs.sort((x, y) => x.to - y.to);
  const successors = new Set(renamed.values());
  return {
    pairs,
    removed: removed.filter((gone) => !renamed.has(gone)),
    added: added.filter((come) => !successors.has(come)),
  };
}

/** The pairs of which either is more like the other than like any else. */
function bestPairs<E extends { item: unknown }>(
  removed: readonly E[],
  added: readonly E[],
  likeness: (before: E["item"], after: E["item"]) => number,
): Map<E, E> {
  const pairs = new Map<E, E>();
  if (removed.length * added.length > LIKENESS_LIMIT) return pairs;
  const table = removed.map((gone) => added.map((come) => likeness(gone.item, come.item)));
  table.forEach((row, from) => {
    const best = Math.max(...row);
    const to = row.indexOf(best);
    const isBest =
      best >= LIKE_ENOUGH &&
      row.every((value, at) => at === to || value < best) &&
      table.every((other, at) => at === from || other[to]! < best);
    if (isBest) pairs.set(removed[from]!, added[to]!);
  });
  return pairs;
}

/**
 * Pairs entries that are equal and in the same order, then, in each gap, entries that are equal elsewhere (moved), then
 * what is left, in its order, so that those are together that are most like each other (changed).
 */
export function alignByContent<T>(
  before: readonly T[],
  after: readonly T[],
  digestOf: (item: T) => string,
  likeness: (before: T, after: T) => number = () => 0,
): Alignment<T> {
  const a = before.map(digestOf);
  const b = after.map(digestOf);
  const partner = commonEntries(a, b);
  const gaps: { from: number[]; to: number[] }[] = [];
  const pairs: Alignment<T>["pairs"] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const gap: { from: number[]; to: number[] } = { from: [], to: [] };
    while (i < a.length && partner[i] === -1) gap.from.push(i++);
    const stop = i < a.length ? partner[i]! : b.length;
    while (j < stop) gap.to.push(j++);
    if (gap.from.length + gap.to.length > 0) gaps.push(gap);
    if (i < a.length) {
      pairs.push({ before: before[i]!, after: after[j]!, from: i, to: j, moved: false });
      i++;
      j++;
    }
  }
  pairMoved(gaps, a, b, (from, to) => pairs.push({ before: before[from]!, after: after[to]!, from, to, moved: true }));
  const removed: Alignment<T>["removed"] = [];
  const added: Alignment<T>["added"] = [];
  for (const { from, to } of gaps) {
    const changed = inOrder(from, to, (i, j) => likeness(before[i]!, after[j]!));
    for (const [i, j] of changed) pairs.push({ before: before[i]!, after: after[j]!, from: i, to: j, moved: false });
    const paired = new Set(changed.values());
    removed.push(...from.filter((at) => !changed.has(at)).map((at) => ({ item: before[at]!, at })));
    added.push(...to.filter((at) => !paired.has(at)).map((at) => ({ item: after[at]!, at })));
  }
  pairs.sort((x, y) => x.to - y.to);
  return { pairs, removed, added };
}

/** As many pairs as there can be without crossing, the likeness of all of them together the greatest; by place where none is alike. */
function inOrder(from: number[], to: number[], likeness: (i: number, j: number) => number): Map<number, number> {
  const [rows, columns] = [from.length, to.length];
  if (rows === columns || rows * columns > LIKENESS_LIMIT)
    return new Map(from.slice(0, columns).map((i, k) => [i, to[k]!]));
  // A pair counts more than any likeness.
  const score = from.map((i) => to.map((j) => rows + columns + likeness(i, j)));
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      best[i]![j] = Math.max(score[i]![j]! + best[i + 1]![j + 1]!, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (best[i]![j] === score[i]![j]! + best[i + 1]![j + 1]!) pairs.set(from[i++]!, to[j++]!);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}

function pairMoved(
  gaps: { from: number[]; to: number[] }[],
  a: readonly string[],
  b: readonly string[],
  pair: (from: number, to: number) => void,
): void {
  const waiting = new Map<string, { gap: { to: number[] }; at: number }[]>();
  for (const gap of gaps) {
    for (const at of gap.to) waiting.set(b[at]!, [...(waiting.get(b[at]!) ?? []), { gap, at }]);
  }
  for (const gap of gaps) {
    gap.from = gap.from.filter((from) => {
      const target = waiting.get(a[from]!)?.shift();
      if (!target) return true;
      target.gap.to = target.gap.to.filter((at) => at !== target.at);
      pair(from, target.at);
      return false;
    });
  }
}

/** For each entry of `a` its partner in a longest common subsequence with `b`, or -1. */
export function commonEntries(a: readonly string[], b: readonly string[]): number[] {
  const partner = new Array<number>(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    partner[start] = start;
    start++;
  }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    partner[a.length - 1 - end] = b.length - 1 - end;
    end++;
  }
  const rows = a.length - start - end;
  const columns = b.length - start - end;
  if (rows === 0 || columns === 0 || rows * columns > TABLE_LIMIT) return partner;
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] =
        a[start + i] === b[start + j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) partner[start + i++] = start + j++;
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return partner;
}

/** Marks as moved what lies outside a longest run of pairs that kept their order. */
function markMoves<T>(pairs: Alignment<T>["pairs"]): void {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(({ to }, index) => {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index]!) kept.add(index);
  pairs.forEach((pair, index) => {
    pair.moved = !kept.has(index);
  });
}
