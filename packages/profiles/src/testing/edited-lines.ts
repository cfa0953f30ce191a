import fc from "fast-check";
import { normalizeText } from "../yaml/text";

const LINES = [
  "# spectrocloud.com/enabled-presets: A:b",
  "a: |",
  "  # text",
  "x:",
  "  y: 1",
  "- z",
  "kind: Secret",
  "---",
  "",
  "  'q': \"r",
  "- - a: [b, c]",
  "    ",
  "  a: >-",
  "  {a: b}: c",
];

/** A text that holds a little of all. */
export const EDITED_LINES =
  "kind: A\nmetadata:\n  name: web\n  labels: {a: b}\nspec:\n  a: 1\n  b:\n  - c: 1\n    d: |\n      x: 1\n\n      # text\n  - e\nf: 'g'\n";

export const lineEdits = fc.array(fc.tuple(fc.nat(), fc.nat(5 + LINES.length)), { minLength: 1, maxLength: 4 });

/** A text with some of its lines gone, doubled, replaced, deeper or less deep; many still parse. */
export function edited(text: string, edits: readonly (readonly [number, number])[]): string {
  const lines = text.split("\n");
  for (const [place, what] of edits) {
    const at = place % lines.length;
    const line = lines[at] ?? "";
    if (what === 0) lines.splice(at, 1);
    else if (what === 1) lines.splice(at, 0, line.replace(/[a-z](?=\w*:)/, "q"));
    else if (what === 2) lines[at] = line.replace(/: .*/, ": 4711");
    else if (what === 3) lines[at] = ` ${line}`;
    else if (what === 4) lines.splice(at, 0, "", "# why");
    else if (what === 5) lines[at] = line.slice(1);
    else lines.splice(at, 0, LINES[what - 6]!);
  }
  return normalizeText(lines.join("\n"));
}
