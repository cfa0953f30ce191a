import type { createColors } from "picocolors";
import type { Impact, ReviewChange } from "../model";
import { changeLine } from "./line";
import { textLines } from "./text-lines";

/** A change for a terminal: a line, and below it the lines of a long text that changed. `flag` stands at the end of the first. */
export function paintedChange(
  paint: ReturnType<typeof createColors>,
  change: ReviewChange,
  impact: Impact,
  part?: string,
  flag = "",
): string[] {
  const byKind = { add: paint.green, remove: paint.red, change: String, move: paint.cyan, rename: paint.cyan };
  const byMark = { "-": paint.red, "+": paint.green, " ": paint.dim };
  const { kind, subject, text } = changeLine(change, impact, part);
  const below = textLines(change).map((line) => `        ${byMark[line.mark](`${line.mark} ${line.text}`.trimEnd())}`);
  return [`    ${subject}: ${byKind[kind](text)}${flag}`, ...below];
}
