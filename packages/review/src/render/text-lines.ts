import { type TextHunk, textChange } from "@palette-profiles/profiles";
import type { ReviewChange } from "../model";
import { printable } from "./printable";
import { count } from "./value";

/** A line below a change. */
export interface TextLine {
  mark: "-" | "+" | " ";
  text: string;
}

/** So many lines are told of a change, each so long. */
const LINES = 16;
const LENGTH = 160;

/** How a long text changed: its lines, or the certificates that it holds; nothing of what is masked, or fits on the change's own line. */
export function textLines({ kind, before, after, sensitive }: ReviewChange): TextLine[] {
  if (kind !== "change" || sensitive === true) return [];
  const change = textChange(before, after);
  if (change === undefined) return [];
  if (change.kind === "certificates") {
    const facts = (side: typeof change.before, mark: TextLine["mark"]) =>
      side.map(({ subject, expires, fingerprint }) =>
        line(mark, `certificate ${subject}, until ${expires}, ${fingerprint}`),
      );
    return limited([...facts(change.before, "-"), ...facts(change.after, "+")]);
  }
  return limited(change.hunks.flatMap(hunkLines));
}

const MARKS = { same: " ", remove: "-", add: "+" } as const;

function hunkLines({ beforeLine, lines }: TextHunk): TextLine[] {
  return [line(" ", `line ${beforeLine}:`), ...lines.map(({ kind, text }) => line(MARKS[kind], `  ${text}`))];
}

function line(mark: TextLine["mark"], text: string): TextLine {
  const shown = printable(text);
  return { mark, text: shown.length <= LENGTH ? shown : `${shown.slice(0, LENGTH - 3)}...` };
}

function limited(lines: TextLine[]): TextLine[] {
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), line(" ", `${count(lines.length - LINES + 1, "line")} more`)];
}
