import { type Impact, SEVERITIES, type Severity } from "../../model";
import { IMPACT_WORDS } from "../verdict";
import { type Html, html } from "./html";
import type { RiskGroup } from "./placed-risks";

/** An impact in a word, coloured. */
export function impactBadge(impact: Impact, words = IMPACT_WORDS[impact].word): Html {
  return html`<span class="impact ${impact}">${words}</span>`;
}

export function severityBadge(severity: Severity): Html {
  return html`<span class="risk ${severity}">${severity}</span>`;
}

/** Links to the risks that were found at a place. */
export function riskLinks(groups: readonly RiskGroup[]): Html[] {
  return groups.map(
    ({ risk, id }) => html` <a class="risk ${risk.severity}" href="#${id}">${risk.severity}: ${risk.rule}</a>`,
  );
}

/** The severities of risks, the gravest first, for the filter. */
export function severitiesOf(groups: readonly RiskGroup[]): Severity[] {
  return SEVERITIES.filter((severity) => groups.some(({ risk }) => risk.severity === severity));
}
