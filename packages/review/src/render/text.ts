import pc from "picocolors";
import type { Impact, Review, ReviewChange } from "../model";
import { type Section, sectionsOf } from "../sections";
import { changeLine } from "./line";
import { IMPACT_WORDS, impactText, label, notes, PART_WORDS, verdictLines } from "./verdict";

export interface TextOptions {
  color: boolean;
  /** Columns at which lists of names wrap; 100 by default. Lines of changes are never wrapped, so that they can be searched. */
  width?: number;
}

/** The review for a terminal: a verdict, then one line a changed leaf under a heading per profile. */
export function renderText(review: Review, { color, width = 100 }: TextOptions): string {
  const paint = pc.createColors(color);
  const byImpact: Record<Impact, (text: string) => string> = {
    replace: paint.red,
    destroy: paint.red,
    forget: paint.yellow,
    "new-version": paint.cyan,
    update: paint.yellow,
    adopt: paint.yellow,
    create: paint.green,
    "no-op": paint.dim,
  };
  const byKind: Record<ReviewChange["kind"], (text: string) => string> = {
    add: paint.green,
    remove: paint.red,
    change: (text) => text,
    move: paint.cyan,
    rename: paint.cyan,
  };
  const renderSection = (section: Section): string[] => {
    const { mark } = IMPACT_WORDS[section.impact];
    const paintHeading = byImpact[section.impact];
    const [first, ...rest] = headingLines(section, width);
    return [
      "",
      paintHeading(paint.bold(`${mark} ${first}`)),
      ...rest.map((line) => paintHeading(`    ${line}`)),
      ...section.changes.map((change) => {
        const { kind, subject, text } = changeLine(change, section.impact, PART_WORDS[section.kind]);
        return `    ${subject}: ${byKind[kind](text)}`;
      }),
      ...notes(section).map((note) => paint.dim(`    (${note})`)),
    ];
  };
  const [verdict, ...more] = verdictLines(review);
  const lines = [paint.bold(verdict!), ...more.map(paint.dim), ...sectionsOf(review).flatMap(renderSection)];
  return `${lines.join("\n")}\n`;
}

/** One profile by its name; several by their number, with the names below. */
function headingLines(section: Section, width: number): string[] {
  const names = section.resources.map(label);
  const words = impactText(section);
  if (names.length === 1) return [`${names[0]} (${words})`];
  return [`the same in ${names.length} profiles (${words})`, ...wrap(names, width - 6)];
}

function wrap(names: string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  names.forEach((name, index) => {
    const piece = index < names.length - 1 ? `${name},` : name;
    if (line !== "" && line.length + piece.length + 1 > width) {
      lines.push(line);
      line = piece;
    } else line = line === "" ? piece : `${line} ${piece}`;
  });
  return line === "" ? lines : [...lines, line];
}
