import type { Review, ReviewChange } from "../model";
import { type Section, sectionsOf } from "../sections";
import { changeLine } from "./line";
import { count } from "./value";
import { impactText, label, notes, PART_WORDS, verdictLines } from "./verdict";

export interface MarkdownOptions {
  /** Most characters of the result; 65,000 by default, which a comment on GitHub (65,536) can hold with a footer. */
  limit?: number;
}

const PART = 100;
/** The marks of a `diff` block: GitHub paints `+` green, `-` red and `!` orange. */
const MARKS: Record<ReviewChange["kind"], string> = { add: "+", remove: "-", change: "!", move: "!", rename: "!" };

/**
 * The review for a comment: the verdict first, then a folded section per profile or group of profiles. Sections that do
 * not fit are left out whole, the gravest kept first, and the result says how many.
 */
export function renderMarkdown(review: Review, { limit = 65_000 }: MarkdownOptions = {}): string {
  const [verdict, ...more] = verdictLines(review);
  const head = [`### Palette profiles`, "", `**${verdict}**`, ...more.map((line) => `<br>${line}`), ""].join("\n");
  const parts = sectionsOf(review).flatMap(splitSection);
  const whole = head + parts.map(renderSection).join("");
  if (whole.length <= limit) return whole;
  const room = limit - head.length - leftOutText(parts.length, review.counts.changes, limit).length;
  let text = "";
  let leftOut = 0;
  let changes = 0;
  for (const part of parts) {
    const rendered = renderSection(part);
    if (text.length + rendered.length <= room) text += rendered;
    else {
      leftOut++;
      changes += part.changes.length;
    }
  }
  return head + text + leftOutText(leftOut, changes, limit);
}

function leftOutText(sections: number, changes: number, limit: number): string {
  return `\n_${count(sections, "section")} with ${count(changes, "change")} left out to stay within ${limit} characters._\n`;
}

/** A section of very many changes comes in parts, so that some of it fits. */
function splitSection(section: Section): (Section & { part?: string })[] {
  const total = Math.ceil(section.changes.length / PART);
  if (total <= 1) return [section];
  return Array.from({ length: total }, (_, index) => ({
    ...section,
    changes: section.changes.slice(index * PART, (index + 1) * PART),
    formattingOnly: index === total - 1 ? section.formattingOnly : [],
    part: `part ${index + 1} of ${total}`,
  }));
}

function renderSection(section: Section & { part?: string }): string {
  const names = section.resources.map(label);
  const words = [
    impactText(section),
    ...(section.changes.length > 0 ? [count(section.changes.length, "change")] : []),
    ...(section.part ? [section.part] : []),
  ];
  const title = names.length === 1 ? `<code>${escapeHtml(names[0]!)}</code>` : `the same in ${names.length} profiles`;
  const lines = section.changes.map((change) => {
    const { kind, subject, text } = changeLine(change, section.impact, PART_WORDS[section.kind]);
    return `${MARKS[kind]} ${subject}: ${text}`;
  });
  return [
    "",
    `<details open><summary>${title} (${escapeHtml(words.join(", "))})</summary>`,
    "",
    ...(names.length > 1 ? [`<code>${escapeHtml(names.join(", "))}</code>`, ""] : []),
    ...(lines.length > 0 ? ["```diff", ...lines, "```", ""] : []),
    ...notes(section).flatMap((note) => [`<sub>${escapeHtml(note)}</sub>`, ""]),
    "</details>",
    "",
  ].join("\n");
}

/** Safe in HTML and, since Markdown reads HTML's inside too, without its marks. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`*_[\]\\~|@#]/g, (character) => `&#${character.codePointAt(0)};`);
}
