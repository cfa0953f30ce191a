import type { Review } from "../model";
import { cut } from "./cut";
import { escapeText } from "./markdown/escape";
import { fit, leftOutText, type Part } from "./markdown/fit";
import { ignoredParts, riskParts } from "./markdown/risk-parts";
import { sectionParts } from "./markdown/section-parts";
import { verdictLines } from "./verdict";

export interface MarkdownOptions {
  /**
   * Most characters of the result, 10,000 or more; 65,000 by default, which a comment on GitHub (65,536) can hold with a
   * footer.
   */
  limit?: number;
  /** Stands in a comment that is not seen, by which whoever posts the review finds it again. */
  marker?: string;
}

/** Characters of a line of the verdict, and of a note: names have no end, and the verdict has to stay whatever comes. */
const LINE = 400;

/**
 * The review for a comment: the verdict first, then risks, then a folded section per profile or group of profiles. What does not
 * fit is left out whole, the gravest kept first, and the result says how much.
 */
export function renderMarkdown(review: Review, { limit = 65_000, marker }: MarkdownOptions = {}): string {
  const head = headText(review, marker);
  const [risks, sections] = [riskParts(review), sectionParts(review)];
  const asides = [...ignoredParts(review), ...review.notes.map(notePart)];
  const all = [...risks, ...sections, ...asides];
  const whole = `${head}${listText(textOf(risks))}${textOf(sections)}${textOf(asides)}`;
  if (whole.length <= limit) return whole;
  const foot = (left: Part[]) => `\n_${leftOutText(left)} left out to stay within ${limit} characters._\n`;
  const room = limit - head.length - 1 - foot(all).length;
  // Notes are short, and tell what the review could not see. Many risks leave half of the room to what changes.
  const told = fit(asides, room / 4);
  const rest = room - told.text.length;
  const grave = fit(risks, Math.max(rest / 2, rest - textOf(sections).length));
  const changed = fit(sections, rest - grave.text.length);
  const left = [...grave.left, ...changed.left, ...told.left];
  return `${head}${listText(grave.text)}${changed.text}${told.text}${foot(left)}`;
}

function headText(review: Review, marker: string | undefined): string {
  const [verdict, ...more] = verdictLines(review).map((line) => escapeText(cut(line, LINE)));
  return [
    ...(marker === undefined ? [] : [`<!-- ${marker.replace(/[^\w./:@ -]|--+/g, "_")} -->`]),
    "### Palette profiles",
    "",
    `**${verdict}**`,
    ...more.map((line) => `<br>${line}`),
    "",
  ].join("\n");
}

function notePart(note: string): Part {
  return { kind: "note", text: `\n<sub>${escapeText(cut(note, LINE))}</sub>\n` };
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

/** A list begins after an empty line. */
function listText(items: string): string {
  return items === "" ? "" : `\n${items}`;
}
