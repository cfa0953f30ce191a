import { commonEntries } from "./align";

/** Lines that changed in one place of a text, with lines around them. Line numbers count from 1. */
export interface TextHunk {
  beforeLine: number;
  afterLine: number;
  lines: { kind: "same" | "remove" | "add"; text: string }[];
}

/**
 * The lines in which two texts differ, each place with `context` lines above and below; none between texts of the same
 * lines. Places whose context meets are one.
 */
export function diffLines(before: string, after: string, context = 1): TextHunk[] {
  const lines = marked(before.split("\n"), after.split("\n"));
  const hunks: TextHunk[] = [];
  let hunk: TextHunk | undefined;
  let last = Number.NEGATIVE_INFINITY;
  lines.forEach(({ kind }, at) => {
    if (kind === "same") return;
    const from = Math.max(at - context, last + 1, 0);
    if (hunk === undefined || from > last + 1) {
      hunk = { beforeLine: lines[from]!.beforeLine, afterLine: lines[from]!.afterLine, lines: [] };
      hunks.push(hunk);
    }
    const to = Math.min(at + context, lines.length - 1);
    for (let i = from; i <= at; i++) hunk.lines.push({ kind: lines[i]!.kind, text: lines[i]!.text });
    last = at;
    // What follows belongs to the hunk unless a change among it brings it anyway.
    for (let i = at + 1; i <= to && lines[i]!.kind === "same"; i++) {
      hunk.lines.push({ kind: "same", text: lines[i]!.text });
      last = i;
    }
  });
  return hunks;
}

interface MarkedLine {
  kind: "same" | "remove" | "add";
  text: string;
  /** Where the line is, or would be. */
  beforeLine: number;
  afterLine: number;
}

/** The lines of both texts in one order: of each place those that are gone, then those that have come. */
function marked(before: string[], after: string[]): MarkedLine[] {
  const partner = commonEntries(before, after);
  const lines: MarkedLine[] = [];
  let j = 0;
  const add = (until: number) => {
    for (; j < until; j++) lines.push({ kind: "add", text: after[j]!, beforeLine: i + 1, afterLine: j + 1 });
  };
  let i = 0;
  for (; i < before.length; i++) {
    const text = before[i]!;
    if (partner[i] === -1) {
      lines.push({ kind: "remove", text, beforeLine: i + 1, afterLine: j + 1 });
      continue;
    }
    add(partner[i]!);
    lines.push({ kind: "same", text, beforeLine: i + 1, afterLine: j + 1 });
    j++;
  }
  add(after.length);
  return lines;
}
