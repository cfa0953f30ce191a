import type { Review, ReviewChange, ReviewResource, ReviewValue } from "../../model";
import { changeLine } from "../line";
import { count } from "../value";
import { fullLabel, PART_WORDS } from "../verdict";
import { impactBadge } from "./badges";
import { styleOf, valueBlock } from "./cells";
import { breakable } from "./change-table";
import { type Html, html } from "./html";
import { nameList } from "./names";
import { partOf } from "./part-of";
import { stackNumbers } from "./sections";

/** What somebody changed in Palette since the last apply, beside what the plan makes of it; the same in several profiles once. */
export function driftPart({ resources }: Review, stacks: readonly string[]): Html | false {
  const drifted = resources.filter(({ drift }) => drift.length > 0);
  if (drifted.length === 0) return false;
  const groups = new Map<string, { resources: ReviewResource[]; rows: Html[] }>();
  for (const resource of drifted) {
    const rows = driftRows(resource);
    const key = JSON.stringify([resource.impact, rows]);
    const group = groups.get(key);
    if (group) group.resources.push(resource);
    else groups.set(key, { resources: [resource], rows });
  }
  return html`<section aria-labelledby="drift"><h2 id="drift">Changed in Palette since the last apply</h2>${[
    ...groups.values(),
  ].map(
    ({ resources: of, rows }) => html`
<details class="part" open data-i="${of[0]!.impact}" data-k="${stackNumbers(of, stacks)}"><summary><h3>${of.length === 1 ? fullLabel(of[0]!) : `The same in ${of.length} profiles`}</h3> ${impactBadge(of[0]!.impact)} <span class="facts">${count(rows.length, "change")}</span></summary>
${of.length > 1 && nameList(`${count(of.length, "profile")}:`, of.map(fullLabel))}<table class="drift"><thead><tr>${["Where", "Last applied", "In Palette", "After this plan"].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table></details>`,
  )}</section>`;
}

function driftRows({ drift, changes, impact, kind }: ReviewResource): Html[] {
  const planned = new Map(changes.map((change) => [placeKey(change), change]));
  return drift.map((change) => {
    const { subject, text } = changeLine(change, "update", PART_WORDS[kind]);
    const next = planned.get(placeKey(change));
    const isTold =
      (change.path === "" && change.within === undefined) || change.kind === "move" || change.kind === "rename";
    const sides = isTold
      ? html`<td colspan="2" class="told">${text}</td>`
      : html`<td>${sideOf(change, "before")}</td><td>${sideOf(change, "after")}</td>`;
    return html`\n<tr class="d"><th scope="row">${breakable(subject)}</th>${sides}<td>${afterPlan(next, impact)}</td></tr>`;
  });
}

function afterPlan(next: ReviewChange | undefined, impact: ReviewResource["impact"]): Html {
  if (impact === "destroy") return html`goes with the profile`;
  if (next === undefined) return html`stays`;
  if (next.kind === "remove") return html`removed`;
  return next.kind === "move" || next.kind === "rename" || (next.path === "" && next.within === undefined)
    ? html`${changeLine(next, "update").text}`
    : sideOf(next, "after");
}

function sideOf(change: ReviewChange, side: "before" | "after"): Html {
  if (change.kind === (side === "before" ? "add" : "remove")) return html`<i>none</i>`;
  if (!(side in change)) return html`<i>${change.sensitive ? "(masked)" : "not told"}</i>`;
  return valueBlock(change[side] as ReviewValue | undefined, styleOf(change));
}

function placeKey(change: ReviewChange): string {
  return JSON.stringify([partOf(change), change.within, change.path]);
}
