import type { DiffSink } from "./diff-layers";

/** Diffs two lists where both are known; a list that is not known yet is one change. */
export function eachList<T>(
  path: string,
  before: unknown,
  after: unknown,
  sink: DiffSink,
  diff: (a: T[], b: T[]) => void,
): void {
  if (typeof before === "symbol" || typeof after === "symbol") {
    if (before !== after) sink.changes.push({ path, kind: "change", after });
    return;
  }
  diff(Array.isArray(before) ? (before as T[]) : [], Array.isArray(after) ? (after as T[]) : []);
}
