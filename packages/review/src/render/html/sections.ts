import type { Section } from "../../sections";
import { count } from "../value";
import { fullLabel, impactText, notes } from "../verdict";
import { impactBadge, riskLinks, severitiesOf, severityBadge } from "./badges";
import { changeTable } from "./change-table";
import { type Html, html } from "./html";
import { nameList, reachLists } from "./names";
import { type RiskGroup, type SectionRisks, sectionId } from "./placed-risks";

/** So many changes stand open from the start; in what follows, only what is very risky does. */
const OPEN = 150;

/** The profiles that change, those with a change in common together, each folded to a line that says how much and how risky. */
export function changesPart(
  sections: readonly Section[],
  risks: readonly SectionRisks[],
  stacks: readonly string[],
): Html | false {
  if (sections.length === 0) return false;
  let shown = 0;
  const parts = sections.map((section, at) => {
    const found = allRisks(risks[at]!);
    shown += section.changes.length;
    const open = shown <= OPEN || (shown <= 4 * OPEN && severitiesOf(found).includes("high"));
    return sectionPart(section, at, risks[at]!, open, stacks);
  });
  return html`<section aria-labelledby="changes"><h2 id="changes">Changes</h2>${parts}</section>`;
}

function sectionPart(
  section: Section,
  at: number,
  risks: SectionRisks,
  open: boolean,
  stacks: readonly string[],
): Html {
  const { resources, impact, changes } = section;
  const names = resources.map(fullLabel);
  const found = allRisks(risks);
  const whole = severitiesOf(risks.whole);
  const title = names.length === 1 ? names[0]! : `The same in ${names.length} profiles`;
  const facts = changes.length > 0 ? count(changes.length, "change") : "";
  return html`
<details class="part" id="${sectionId(at)}"${open && html` open`} data-i="${impact}" data-k="${stackNumbers(resources, stacks)}"${
    whole.length > 0 && html` data-s="${whole.join(" ")}"`
  }><summary><h3>${title}</h3> ${impactBadge(impact, impactText(section))} <span class="facts">${facts}</span>${severitiesOf(found).map((severity) => html` ${severityBadge(severity)}`)}</summary>
${names.length > 1 && nameList(`${count(names.length, "profile")}:`, names)}${risks.whole.length > 0 && html`<p class="flags">${riskLinks(risks.whole)}</p>`}${reachLists(resources)}${changes.length > 0 && changeTable(section, at, risks)}${notes(withoutReach(section)).map((note) => html`<p class="note">${note}</p>`)}</details>`;
}

/** Reach is told in full above. */
function withoutReach(section: Section): Section {
  return { ...section, resources: section.resources.map(({ reach: _, ...rest }) => rest) };
}

/** The numbers of the stacks that profiles are of, for the filter. */
export function stackNumbers(of: readonly { stack?: string }[], stacks: readonly string[]): string {
  return [...new Set(of.flatMap(({ stack }) => (stack === undefined ? [] : [stacks.indexOf(stack)])))].join(" ");
}

function allRisks({ changes, parts, whole }: SectionRisks): RiskGroup[] {
  return [...whole, ...[...parts.values()].flat(), ...[...changes.values()].flat()];
}
