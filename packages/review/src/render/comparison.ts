import pc from "picocolors";
import type { TextComparison } from "../compare-texts";
import { paintedChange } from "./painted-change";
import { printable } from "./printable";
import type { TextOptions } from "./text";

/** Two texts compared, for a terminal: a heading and a line a leaf; nothing where they are the same to the letter. */
export function renderComparison(
  name: string,
  { impact, changes, formattingOnly }: TextComparison,
  { color }: TextOptions,
): string {
  const paint = pc.createColors(color);
  const heading = paint.bold(printable(name));
  if (impact !== "update") return `${heading} (${impact === "create" ? paint.green("new") : paint.red("deleted")})\n`;
  const lines = changes.flatMap((change) => paintedChange(paint, change, "update"));
  if (formattingOnly) lines.push(paint.dim("    (formatting only)"));
  return lines.length === 0 ? "" : `${[heading, ...lines].join("\n")}\n`;
}
