import { commonEntries } from "@palette-profiles/profiles";

/** Lines that belong together: the same on both sides, or those that go beside those that come. */
export type Hunk = { same: string[]; hidden?: number } | { before: string[]; after: string[] };

/** How many unchanged lines stay around a change. */
const CONTEXT = 3;

/** What differs between two texts, line by line; unchanged lines far from a change are counted in `hidden` and left out. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const partner = commonEntries(before, after);
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const start = [i, j] as const;
    while (i < before.length && partner[i] === j) {
      i++;
      j++;
    }
    if (i > start[0]) {
      hunks.push(...shortened(before.slice(start[0], i), start[0] === 0, i === before.length && j === after.length));
      continue;
    }
    while (i < before.length && partner[i] === -1) i++;
    j = i < before.length ? partner[i]! : after.length;
    hunks.push({ before: before.slice(start[0], i), after: after.slice(start[1], j) });
  }
  return hunks;
}

/** Unchanged lines at the start matter only before a change, and those at the end only after one. */
function shortened(lines: string[], atStart: boolean, atEnd: boolean): Hunk[] {
  const head = atStart ? 0 : CONTEXT;
  const tail = atEnd ? 0 : CONTEXT;
  const hidden = lines.length - head - tail;
  if (hidden <= 1) return [{ same: lines }];
  const [first, last] = [lines.slice(0, head), lines.slice(lines.length - tail)];
  return [{ same: first, hidden }, ...(last.length > 0 ? [{ same: last }] : [])];
}
