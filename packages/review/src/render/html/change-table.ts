import type { ReviewChange } from "../../model";
import type { Section } from "../../sections";
import { changeLine } from "../line";
import { printable } from "../printable";
import { PART_WORDS } from "../verdict";
import { riskLinks, severitiesOf } from "./badges";
import { changeCells, styleOf, valueBlock } from "./cells";
import { type Html, html } from "./html";
import { partOf } from "./part-of";
import { changeId, type SectionRisks } from "./placed-risks";

const MARKS: Record<ReviewChange["kind"], string> = { add: "a", remove: "r", change: "c", move: "m", rename: "m" };

/** The changes of a section as a table, those of a layer, manifest or variable together; `at` is the section's place. */
export function changeTable(section: Section, at: number, risks: SectionRisks): Html {
  const isNew = section.impact === "create";
  const columns = isNew ? ["Where", "Value"] : ["Where", "Before", "After"];
  return html`<table class="${isNew ? "new" : "pairs"}"><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead>${byPart(section.changes).map(([part, rows]) => {
    const found = risks.parts.get(part) ?? [];
    const head = html`<tr class="head"><th colspan="${columns.length}" scope="rowgroup">${
      part === "" ? "Profile" : printable(part)
    }${riskLinks(found)}</th></tr>`;
    return html`\n<tbody${severities(severitiesOf(found))}>${head}${rows.map(([change, index]) =>
      changeRow(change, section, risks, changeId(at, index)),
    )}</tbody>`;
  })}</table>`;
}

function byPart(changes: readonly ReviewChange[]): [string, [ReviewChange, number][]][] {
  const parts = new Map<string, [ReviewChange, number][]>();
  changes.forEach((change, index) => {
    const part = partOf(change);
    const rows = parts.get(part);
    if (rows === undefined) parts.set(part, [[change, index]]);
    else rows.push([change, index]);
  });
  return [...parts];
}

function changeRow(change: ReviewChange, { impact, kind }: Section, risks: SectionRisks, id: string): Html {
  const found = risks.changes.get(change) ?? [];
  const line = changeLine(change, impact, PART_WORDS[kind]);
  const attributes = found.length > 0 && html` id="${id}"`;
  const hasSides = "before" in change || "after" in change || change.sensitive === true;
  const isTold = isWhole(change) || change.kind === "move" || change.kind === "rename" || !hasSides;
  const cells =
    impact === "create"
      ? html`<td>${isTold || change.sensitive ? line.text : valueBlock(change.after, styleOf(change))}</td>`
      : isTold
        ? html`<td colspan="2" class="told">${line.text}</td>`
        : changeCells(change);
  return html`\n<tr class="${MARKS[change.kind]}"${attributes}${severities(severitiesOf(found))}><th scope="row">${breakable(
    whereOf(change, line.subject),
  )}${riskLinks(found)}</th>${cells}</tr>`;
}

function severities(list: readonly string[]): Html | false {
  return list.length > 0 && html` data-s="${list.join(" ")}"`;
}

/** A layer, manifest or variable as a whole. */
function isWhole({ path, within }: ReviewChange): boolean {
  return path === "" && within === undefined;
}

/** The subject without its part, which stands above. */
function whereOf(change: ReviewChange, subject: string): string {
  const part = printable(partOf(change));
  if (subject === part)
    return change.variable !== undefined
      ? "the variable"
      : change.manifest !== undefined
        ? "the manifest"
        : "the layer";
  return subject.startsWith(`${part} > `) ? subject.slice(part.length + 3) : subject;
}

/** Long paths break after a step. */
export function breakable(path: string): Html {
  if (path.length < 24) return html`${path}`;
  return html`${path.split(/(?<=[.\]>/])/).map((step, at) => (at === 0 ? step : html`<wbr>${step}`))}`;
}
