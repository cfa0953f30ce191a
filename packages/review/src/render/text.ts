import pc from "picocolors";
import type { Impact, Review } from "../model";
import { driftSections, type Section, sectionsOf } from "../sections";
import { paintedChange } from "./painted-change";
import { printable } from "./printable";
import { paintSeverity, textRisks } from "./text-risks";
import { riskFinder } from "./told-risks";
import { fullLabel, IMPACT_WORDS, impactText, notes, PART_WORDS, verdictLines } from "./verdict";
import { listed, wrap } from "./wrap";

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
  const renderDrift = (): string[] => {
    const sections = driftSections(review);
    if (sections.length === 0) return [];
    return [
      "",
      paint.bold("Changed in Palette since the last apply"),
      ...sections.flatMap(({ resources, changes, kind }) => [
        ...wrap(listed(resources.map(fullLabel)), width - 4).map((line) => `  ${line}`),
        ...changes.flatMap((change) => paintedChange(paint, change, "update", PART_WORDS[kind])),
      ]),
    ];
  };
  const renderSection = (section: Section): string[] => {
    const { mark } = IMPACT_WORDS[section.impact];
    const paintHeading = byImpact[section.impact];
    const [first, ...rest] = headingLines(section, width);
    const riskAt = riskFinder(section.risks);
    return [
      "",
      paintHeading(paint.bold(`${mark} ${first}`)),
      ...rest.map((line) => paintHeading(`    ${line}`)),
      ...section.changes.flatMap((change) => {
        const risk = riskAt(change);
        const flag = risk === undefined ? "" : `  ${paintSeverity(paint, risk.severity)(`! ${risk.severity} risk`)}`;
        return paintedChange(paint, change, section.impact, PART_WORDS[section.kind], flag);
      }),
      ...notes(section).map((note) => paint.dim(`    (${note})`)),
    ];
  };
  const [verdict, ...more] = verdictLines(review);
  const lines = [
    paint.bold(verdict!),
    ...more.map(paint.dim),
    ...textRisks(review, paint, width),
    ...sectionsOf(review).flatMap(renderSection),
    ...renderDrift(),
    ...(review.notes.length > 0 ? ["", ...review.notes.map((note) => paint.dim(`Note: ${printable(note)}`))] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Profiles by their names; very many by their number, with the names below. */
function headingLines(section: Section, width: number): string[] {
  const names = section.resources.map(fullLabel);
  const heading = `${names.join(", ")} (${impactText(section)})`;
  if (names.length === 1 || heading.length <= width - 2) return [heading];
  return [`the same in ${names.length} profiles (${impactText(section)})`, ...wrap(listed(names), width - 6)];
}
