import pc from "picocolors";
import type { Impact, Review, ReviewChange, Severity } from "../model";
import { driftSections, type Section, sectionsOf } from "../sections";
import { changeLine } from "./line";
import { printable } from "./printable";
import { textLines } from "./text-lines";
import { riskAt, riskSubject, toldRisks } from "./told-risks";
import { fullLabel, IMPACT_WORDS, impactText, notes, PART_WORDS, verdictLines } from "./verdict";

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
  const bySeverity: Record<Severity, (text: string) => string> = {
    high: paint.red,
    medium: paint.yellow,
    low: paint.cyan,
  };
  const byMark = { "-": paint.red, "+": paint.green, " ": paint.dim };
  const tell = (change: ReviewChange, impact: Impact, kind: Section["kind"], risky = ""): string[] => {
    const line = changeLine(change, impact, PART_WORDS[kind]);
    return [
      `    ${line.subject}: ${byKind[line.kind](line.text)}${risky}`,
      ...textLines(change).map(({ mark, text }) => `        ${byMark[mark](`${mark} ${text}`)}`.trimEnd()),
    ];
  };
  const renderRisks = (): string[] => {
    const told = toldRisks(review.risks);
    const ignored = toldRisks(review.ignoredRisks);
    return [
      ...(told.length + ignored.length > 0 ? ["", paint.bold("Risks")] : []),
      ...told.flatMap(({ risk, profiles }) => [
        `  ${bySeverity[risk.severity](risk.severity.padEnd(6))} ${printable(risk.message)} ${paint.dim(`[${risk.rule}]`)}`,
        ...wrap(profiles, width - 9, riskSubject(risk)).map((line) => paint.dim(`         ${line}`)),
        `         ${printable(risk.fix)}`,
      ]),
      ...ignored.map(({ risk, profiles }) =>
        paint.dim(
          `  ignored until ${risk.expires}: ${risk.rule} in ${profiles.join(", ")} (${printable(risk.reason)})`,
        ),
      ),
    ];
  };
  const renderDrift = (): string[] => {
    const sections = driftSections(review);
    if (sections.length === 0) return [];
    return [
      "",
      paint.bold("Changed in Palette since the last apply"),
      ...sections.flatMap(({ resources, changes, kind }) => [
        ...wrap(resources.map(fullLabel), width - 4).map((line) => `  ${line}`),
        ...changes.flatMap((change) => tell(change, "update", kind)),
      ]),
    ];
  };
  const renderSection = (section: Section): string[] => {
    const { mark } = IMPACT_WORDS[section.impact];
    const paintHeading = byImpact[section.impact];
    const [first, ...rest] = headingLines(section, width);
    return [
      "",
      paintHeading(paint.bold(`${mark} ${first}`)),
      ...rest.map((line) => paintHeading(`    ${line}`)),
      ...section.changes.flatMap((change) => {
        const risk = riskAt(section.risks, change);
        const flag = risk === undefined ? "" : `  ${bySeverity[risk.severity](`! ${risk.severity} risk`)}`;
        return tell(change, section.impact, section.kind, flag);
      }),
      ...notes(section).map((note) => paint.dim(`    (${note})`)),
    ];
  };
  const [verdict, ...more] = verdictLines(review);
  const lines = [
    paint.bold(verdict!),
    ...more.map(paint.dim),
    ...renderRisks(),
    ...sectionsOf(review).flatMap(renderSection),
    ...renderDrift(),
    ...(review.notes.length > 0 ? ["", ...review.notes.map((note) => paint.dim(`Note: ${printable(note)}`))] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** One profile by its name; several by their number, with the names below. */
function headingLines(section: Section, width: number): string[] {
  const names = section.resources.map(fullLabel);
  const words = impactText(section);
  if (names.length === 1) return [`${names[0]} (${words})`];
  return [`the same in ${names.length} profiles (${words})`, ...wrap(names, width - 6)];
}

/** @param first what stands in front, and has its own comma or none */
function wrap(names: string[], width: number, first = ""): string[] {
  const lines: string[] = [];
  let line = first;
  names.forEach((name, index) => {
    const piece = index < names.length - 1 ? `${name},` : name;
    if (line !== "" && line.length + piece.length + 1 > width) {
      lines.push(line);
      line = piece;
    } else line = line === "" ? piece : `${line} ${piece}`;
  });
  return line === "" ? lines : [...lines, line];
}
