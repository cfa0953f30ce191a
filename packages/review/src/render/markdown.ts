import type { Review, ReviewChange } from "../model";
import { driftSections, type Section, sectionsOf } from "../sections";
import { changeLine } from "./line";
import { printable } from "./printable";
import { textLines } from "./text-lines";
import { riskAt, riskSubject, type ToldRisk, toldRisks } from "./told-risks";
import { count } from "./value";
import { fullLabel, impactText, notes, PART_WORDS, verdictLines } from "./verdict";

export interface MarkdownOptions {
  /** Most characters of the result; 65,000 by default, which a comment on GitHub (65,536) can hold with a footer. */
  limit?: number;
  /** Stands in a comment that is not seen, by which whoever posts the review finds it again. */
  marker?: string;
}

const PART = 100;
/** So many changes stand open from the start. */
const OPEN = 40;
/** So many names are told of a risk. */
const NAMES = 12;
/** Names have no end, and the verdict has to stay whatever comes. */
const LINE = 400;
/** The marks of a `diff` block: GitHub paints `+` green, `-` red and `!` orange. */
const MARKS: Record<ReviewChange["kind"], string> = { add: "+", remove: "-", change: "!", move: "!", rename: "!" };

/** Something that is shown whole or not at all. */
interface Part {
  text: string;
  /** What it is called where it is left out. */
  kind: "risk" | "section";
  changes: number;
}

/**
 * The review for a comment: the verdict first, then risks, then a folded section per profile or group of profiles. What does not
 * fit is left out whole, the gravest kept first, and the result says how much.
 */
export function renderMarkdown(review: Review, { limit = 65_000, marker }: MarkdownOptions = {}): string {
  const [verdict, ...more] = verdictLines(review).map((line) => escapeHtml(cut(line, LINE)));
  const head = [
    ...(marker === undefined ? [] : [`<!-- ${marker.replace(/[^\w./:@ -]|--+/g, "_")} -->`]),
    "### Palette profiles",
    "",
    `**${verdict}**`,
    ...more.map((line) => `<br>${line}`),
    "",
  ].join("\n");
  const parts = partsOf(review);
  const room = limit - head.length - leftOutText(parts, limit).length;
  const total = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (head.length + total <= limit) return head + parts.map(({ text }) => text).join("");
  const left: Part[] = [];
  let text = "";
  // Many risks leave half of the room to what changes.
  let risks = room / 2;
  for (const part of parts) {
    const fits = text.length + part.text.length <= room && (part.kind !== "risk" || part.text.length <= risks);
    if (!fits) left.push(part);
    else {
      text += part.text;
      if (part.kind === "risk") risks -= part.text.length;
    }
  }
  return head + text + leftOutText(left, limit);
}

function partsOf(review: Review): Part[] {
  let shown = 0;
  const sections = sectionsOf(review)
    .flatMap(splitSection)
    .map((section): Part => {
      shown += section.changes.length;
      const isOpen = shown <= OPEN || section.risks.some(({ severity }) => severity === "high");
      return { kind: "section", changes: section.changes.length, text: renderSection(section, isOpen) };
    });
  const drift = driftSections(review).map(
    (section): Part => ({ kind: "section", changes: section.changes.length, text: renderDrift(section) }),
  );
  const notes = review.notes.map(
    (note): Part => ({ kind: "section", changes: 0, text: `\n<sub>${escapeHtml(printable(note))}</sub>\n` }),
  );
  return [...riskParts(review), ...sections, ...drift, ...notes];
}

function leftOutText(parts: readonly Part[], limit: number): string {
  if (parts.length === 0) return "";
  const risks = parts.filter(({ kind }) => kind === "risk").length;
  const changes = parts.reduce((sum, part) => sum + part.changes, 0);
  const what = [
    ...(risks > 0 ? [count(risks, "risk")] : []),
    ...(parts.length > risks ? [`${count(parts.length - risks, "section")} with ${count(changes, "change")}`] : []),
  ];
  return `\n_${what.join(" and ")} left out to stay within ${limit} characters._\n`;
}

function riskParts({ risks, ignoredRisks }: Review): Part[] {
  const part = (text: string): Part => ({ kind: "risk", changes: 0, text });
  const ignored = toldRisks(ignoredRisks).map(({ risk, profiles }) => {
    const until = `ignored until ${risk.expires}: ${risk.reason}`;
    return part(`- <sub>${escapeHtml(printable(`${risk.rule} in ${namesText(profiles)}, ${until}`))}</sub>\n`);
  });
  const told = toldRisks(risks).map((each) => part(riskItem(each)));
  return told.length + ignored.length === 0 ? [] : [part("\n"), ...told, ...ignored];
}

function riskItem({ risk, profiles }: ToldRisk): string {
  const place = cut(`${riskSubject(risk)} ${namesText(profiles)}`, LINE);
  return `- **${risk.severity}** ${escapeHtml(printable(risk.message))} <code>${escapeHtml(risk.rule)}</code><br><code>${escapeHtml(place)}</code><br>${escapeHtml(printable(risk.fix))}\n`;
}

function namesText(names: readonly string[]): string {
  const more = names.length - NAMES;
  return more > 0 ? `${names.slice(0, NAMES).join(", ")} and ${more} more` : names.join(", ");
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`;
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

function renderSection(section: Section & { part?: string }, isOpen: boolean): string {
  const words = [
    impactText(section),
    ...(section.changes.length > 0 ? [count(section.changes.length, "change")] : []),
    ...(section.part ? [section.part] : []),
  ];
  const lines = section.changes.flatMap((change) => {
    const { kind, subject, text } = changeLine(change, section.impact, PART_WORDS[section.kind]);
    const risk = riskAt(section.risks, change);
    return [
      `${MARKS[kind]} ${subject}: ${text}${risk === undefined ? "" : `  (${risk.severity} risk)`}`,
      // The text of a line never begins a line of the fence, where YAML's dash would be taken for a removal.
      ...textLines(change).map((below) => `${below.mark}     ${below.text}`.trimEnd()),
    ];
  });
  return folded(section.resources.map(fullLabel), words, lines, notes(section), isOpen);
}

function renderDrift({ resources, changes, kind: of }: ReturnType<typeof driftSections>[number]): string {
  const lines = changes.map((change) => {
    const { kind, subject, text } = changeLine(change, "update", PART_WORDS[of]);
    return `${MARKS[kind]} ${subject}: ${text}`;
  });
  const words = ["changed in Palette since the last apply", count(changes.length, "change")];
  return folded(resources.map(fullLabel), words, lines, [], true);
}

function folded(names: string[], words: string[], lines: string[], below: string[], isOpen: boolean): string {
  const title = names.length === 1 ? `<code>${escapeHtml(names[0]!)}</code>` : `the same in ${names.length} profiles`;
  return [
    "",
    `<details${isOpen ? " open" : ""}><summary>${title} (${escapeHtml(words.join(", "))})</summary>`,
    "",
    ...(names.length > 1 ? [`<code>${escapeHtml(names.join(", "))}</code>`, ""] : []),
    ...(lines.length > 0 ? ["```diff", ...lines, "```", ""] : []),
    ...below.flatMap((note) => [`<sub>${escapeHtml(note)}</sub>`, ""]),
    "</details>",
    "",
  ].join("\n");
}

/** Safe in HTML and, since Markdown reads HTML's inside too, without its marks. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`*_[\]\\~|@#]/g, (character) => `&#${character.codePointAt(0)};`);
}
