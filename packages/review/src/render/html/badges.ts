import { type Impact, SEVERITIES, type Severity } from "../../model";
import { printable } from "../printable";
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

/** Links to the risks that were found at a place, a rule once. */
export function riskLinks(groups: readonly RiskGroup[]): Html[] {
  const rules = new Map<string, RiskGroup[]>();
  for (const group of groups) {
    const words = `${group.risk.severity}: ${printable(group.risk.rule)}`;
    rules.set(words, [...(rules.get(words) ?? []), group]);
  }
  return [...rules].map(([words, [first, ...more]]) => {
    const { risk, id } = first!;
    return html` <a class="risk ${risk.severity}" href="#${id}">${words}${more.length > 0 && ` (${more.length + 1})`}</a>`;
  });
}

/** The severities of risks, the gravest first, for the filter. */
export function severitiesOf(groups: readonly RiskGroup[]): Severity[] {
  return SEVERITIES.filter((severity) => groups.some(({ risk }) => risk.severity === severity));
}
