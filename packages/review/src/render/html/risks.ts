import { type IgnoredRisk, type Impact, type Review, type ReviewResource, SEVERITIES } from "../../model";
import { printable } from "../printable";
import { count } from "../value";
import { severityBadge } from "./badges";
import { breakable } from "./change-table";
import { type Html, html } from "./html";
import { nameList } from "./names";
import { partOf } from "./part-of";
import { groupRisks, type RiskGroup } from "./placed-risks";
import { stackNumbers } from "./sections";

/** The risks, the gravest first, equal ones of several profiles once; and those that the configuration ignores, folded. */
export function risksPart(
  { risks, ignoredRisks, resources }: Review,
  groups: readonly RiskGroup[],
  stacks: readonly string[],
): Html {
  const impacts = new Map(resources.map((resource) => [keyOf(resource), resource.impact]));
  const facts = SEVERITIES.map(
    (severity) => [severity, risks.filter((risk) => risk.severity === severity).length] as const,
  )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`);
  return html`${groups.length > 0 && html`<section aria-labelledby="risks"><h2 id="risks">Risks <small>${facts.join(", ")}</small></h2><ul class="risks">${groups.map((group) => riskItem(group, impacts, stacks))}</ul></section>`}${ignoredPart(ignoredRisks)}`;
}

function riskItem(
  { id, risk, risks, target }: RiskGroup,
  impacts: ReadonlyMap<string, Impact>,
  stacks: readonly string[],
): Html {
  const of = [...new Set(risks.flatMap((each) => impacts.get(keyOf(each)) ?? []))].join(" ");
  return html`
<li id="${id}" data-s="${risk.severity}" data-i="${of}" data-k="${stackNumbers(risks, stacks)}"><h3>${severityBadge(risk.severity)} ${printable(risk.message)}</h3>
<p class="place">${placeOf(risk, target)}</p>${nameList(risks.length === 1 ? "In" : `In ${count(risks.length, "profile")}:`, profilesOf(risks))}<p>${printable(risk.why)} <b>${printable(risk.fix)}</b> <code class="rule">${printable(risk.rule)}</code></p></li>`;
}

/** Where a risk lies, as a link to the change where that is shown. */
function placeOf(risk: RiskGroup["risk"], target?: string): Html | false {
  const place = [partOf(risk), risk.path ?? ""].filter((part) => part !== "").join(" > ");
  if (target === undefined) return place !== "" && html`${breakable(printable(place))}`;
  return html`<a href="#${target}">${place === "" ? "the profile" : breakable(printable(place))}</a>`;
}

function profilesOf(risks: RiskGroup["risks"]): string[] {
  return [...new Set(risks.map(({ stack, profile }) => (stack === undefined ? profile : `${stack}: ${profile}`)))];
}

function ignoredPart(ignored: readonly IgnoredRisk[]): Html | false {
  if (ignored.length === 0) return false;
  return html`<details class="ignored"><summary><h2>Ignored risks <small>${ignored.length}</small></h2></summary><ul>${groupRisks(
    ignored,
    "i",
  ).map(
    ({ risk, risks }) =>
      html`<li>${severityBadge(risk.severity)} ${printable(risk.message)} <code class="rule">${printable(risk.rule)}</code>${nameList("In", profilesOf(risks))}<p>Ignored until ${printable(risk.expires)}: ${printable(risk.reason)}</p></li>`,
  )}</ul></details>`;
}

function keyOf({ stack, address }: Pick<ReviewResource, "stack" | "address">): string {
  return JSON.stringify([stack, address]);
}
