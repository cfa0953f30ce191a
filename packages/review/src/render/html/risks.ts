import { type IgnoredRisk, type Impact, type Review, type ReviewResource, SEVERITIES } from "../../model";
import { printable } from "../printable";
import { toldRisks } from "../told-risks";
import { count } from "../value";
import { severityBadge } from "./badges";
import { breakable } from "./change-table";
import { type Html, html } from "./html";
import { nameList } from "./names";
import { partOf } from "./part-of";
import type { RiskGroup } from "./placed-risks";
import { stackNumbers } from "./sections";

/** The risks, the gravest first, what a rule found together; and those that the configuration ignores, folded. */
export function risksPart(
  { risks, ignoredRisks, resources }: Review,
  groups: readonly RiskGroup[],
  stacks: readonly string[],
): Html {
  const impacts = new Map(resources.map((resource) => [keyOf(resource), resource.impact]));
  const facts = SEVERITIES.flatMap((severity) => {
    const number = risks.filter((risk) => risk.severity === severity).length;
    return number > 0 ? [`${number} ${severity}`] : [];
  });
  const rules = byRule(groups).map((found) => ruleItem(found, impacts, stacks));
  return html`${
    rules.length > 0 &&
    html`<section aria-labelledby="risks"><h2 id="risks">Risks <small>${facts.join(", ")}</small></h2>${rules}</section>`
  }${ignoredPart(ignoredRisks)}`;
}

/** What a rule found with the same advice. */
function byRule(groups: readonly RiskGroup[]): RiskGroup[][] {
  const rules = new Map<string, RiskGroup[]>();
  for (const group of groups) {
    const { severity, rule, why, fix } = group.risk;
    const key = JSON.stringify([severity, rule, why, fix]);
    const known = rules.get(key);
    if (known === undefined) rules.set(key, [group]);
    else known.push(group);
  }
  return [...rules.values()];
}

function ruleItem(groups: RiskGroup[], impacts: ReadonlyMap<string, Impact>, stacks: readonly string[]): Html {
  const { severity, rule, why, fix } = groups[0]!.risk;
  const findings = groups.map(({ id, risk, risks, profiles, target }) => {
    const of = [...new Set(risks.flatMap((each) => impacts.get(keyOf(each)) ?? []))].join(" ");
    return html`\n<li id="${id}" data-s="${severity}" data-i="${of}" data-k="${stackNumbers(risks, stacks)}"><p><b>${printable(risk.message)}</b> ${placeOf(risk, target)}</p> ${inProfiles(profiles)}</li>`;
  });
  return html`
<article class="rule ${severity}"><h3>${severityBadge(severity)} ${printable(rule)}</h3><ul>${findings}</ul><p class="advice">${printable(why)} <b>${printable(fix)}</b></p></article>`;
}

/** Where a risk lies, as a link to the change where that is shown. */
function placeOf(risk: RiskGroup["risk"], target?: string): Html | false {
  const place = [partOf(risk), risk.path ?? ""].filter((part) => part !== "").join(" > ");
  const text = place === "" ? html`the profile` : breakable(printable(place));
  if (target !== undefined) return html`<a class="place" href="#${target}">${text}</a>`;
  return place !== "" && html`<span class="place">${text}</span>`;
}

function inProfiles(names: readonly string[]): Html {
  return nameList(names.length === 1 ? "in" : `in ${count(names.length, "profile")}:`, names);
}

function ignoredPart(ignored: readonly IgnoredRisk[]): Html | false {
  if (ignored.length === 0) return false;
  const items = toldRisks(ignored).map(
    ({ risk, profiles }) =>
      html`\n<li><p>${severityBadge(risk.severity)} ${printable(risk.rule)}: ${printable(risk.message)}</p>${inProfiles(profiles)}<p class="names">Ignored until ${printable(risk.expires)}: ${printable(risk.reason)}</p></li>`,
  );
  return html`<details class="ignored"><summary><h2>Ignored risks <small>${ignored.length}</small></h2></summary><ul>${items}</ul></details>`;
}

function keyOf({ stack, address }: Pick<ReviewResource, "stack" | "address">): string {
  return JSON.stringify([stack, address]);
}
