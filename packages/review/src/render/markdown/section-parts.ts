import type { Impact, Kind, Review, ReviewChange } from "../../model";
import { driftSections, sectionsOf } from "../../sections";
import { cut } from "../cut";
import { changeLine } from "../line";
import { namesText } from "../names-text";
import { textLines } from "../text-lines";
import { riskFinder } from "../told-risks";
import { count } from "../value";
import { fullLabel, impactText, notes, PART_WORDS } from "../verdict";
import { escapeCode, escapeText } from "./escape";
import type { Part } from "./fit";

/** A section of more is told in parts, so that some of it fits. */
const PART = { changes: 100, characters: 8000 };
/** So many changes stand open from the start; where a risk is high, more. */
const OPEN = { usual: 40, high: 200 };
/** Characters of a line, of names in a heading, and of names below it. */
const LINE = 500;
const TITLE = 100;
const NAMES = 4000;
/** The marks of a `diff` block: GitHub paints `+` green, `-` red and `!` orange. */
const MARKS: Record<ReviewChange["kind"], string> = { add: "+", remove: "-", change: "!", move: "!", rename: "!" };

/** A folded section per profile or group of profiles, those first that a reader should see first; then what changed in Palette. */
export function sectionParts(review: Review): Part[] {
  let shown = 0;
  const sections = sectionsOf(review).flatMap((section) => {
    const most = section.risks.some(({ severity }) => severity === "high") ? OPEN.high : OPEN.usual;
    const pieces = split(changeBlocks(section.changes, section.impact, section.kind, riskFinder(section.risks)));
    return pieces.map((blocks, at): Part => {
      shown += Math.max(1, blocks.length);
      const words = [
        impactText(section),
        ...(blocks.length > 0 ? [count(blocks.length, "change")] : []),
        ...(pieces.length > 1 ? [`part ${at + 1} of ${pieces.length}`] : []),
      ];
      const below = at === pieces.length - 1 ? notes(section) : [];
      return part(section.resources.map(fullLabel), words, blocks, below, shown <= most);
    });
  });
  const drift = driftSections(review).flatMap(({ resources, changes, kind }) =>
    split(changeBlocks(changes, "update", kind)).map((blocks, at) => {
      const words = ["changed in Palette since the last apply", count(blocks.length, "change")];
      return part(resources.map(fullLabel), words, blocks, [], at === 0);
    }),
  );
  return [...sections, ...drift];
}

/** The lines of each change. The lines of a text stand behind a mark and spaces: YAML's dash would be taken for a removal. */
function changeBlocks(
  changes: readonly ReviewChange[],
  impact: Impact,
  of: Kind,
  riskAt: ReturnType<typeof riskFinder> = () => undefined,
): string[][] {
  return changes.map((change) => {
    const { kind, subject, text } = changeLine(change, impact, PART_WORDS[of]);
    const risk = riskAt(change);
    const flag = risk === undefined ? "" : `  (${risk.severity} risk)`;
    return [
      `${MARKS[kind]} ${cut(`${cut(subject, LINE)}: ${text}`, 2 * LINE)}${flag}`,
      ...textLines(change).map((below) => `${below.mark}     ${below.text}`.trimEnd()),
    ];
  });
}

function split(blocks: string[][]): string[][][] {
  const parts: string[][][] = [[]];
  let characters = 0;
  for (const block of blocks) {
    const size = block.reduce((sum, line) => sum + line.length + 1, 0);
    const last = parts.at(-1)!;
    if (last.length > 0 && (last.length === PART.changes || characters + size > PART.characters)) {
      parts.push([block]);
      characters = size;
    } else {
      last.push(block);
      characters += size;
    }
  }
  return parts;
}

function part(names: string[], words: string[], blocks: string[][], below: string[], isOpen: boolean): Part {
  const all = names.join(", ");
  const isTitle = names.length === 1 || all.length <= TITLE;
  const title = isTitle ? code(names.length === 1 ? cut(all, LINE) : all) : `the same in ${names.length} profiles`;
  const heading = `${title} (${escapeText(cut(words.join(", "), LINE))})`;
  const body = [
    ...(isTitle ? [] : [code(namesText(names, NAMES)), ""]),
    ...(blocks.length > 0 ? ["```diff", ...blocks.flat(), "```", ""] : []),
    ...below.flatMap((note) => [`<sub>${escapeText(cut(note, 2 * LINE))}</sub>`, ""]),
  ];
  const lines =
    body.length === 0
      ? ["", heading, ""]
      : ["", `<details${isOpen ? " open" : ""}><summary>${heading}</summary>`, "", ...body, "</details>", ""];
  return { kind: "section", changes: blocks.length, text: lines.join("\n") };
}

function code(text: string): string {
  return `<code>${escapeCode(text)}</code>`;
}
