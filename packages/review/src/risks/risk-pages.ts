import { explainRule } from "./explain-rule";
import type { RiskRule } from "./risk-rule";
import { RISK_RULES } from "./rules";

const MARK = "<!-- Generated from the rule by packages/review/scripts/generate-risk-pages.mjs. Do not edit. -->";

/** The pages of all rules, and one with a table of them: texts by file name. */
export function riskPages(rules: readonly RiskRule[] = RISK_RULES): Record<string, string> {
  const pages = rules.map(({ id }): [string, string] => [`${id}.md`, `${MARK}\n\n${explainRule(id, rules)}`]);
  return { "index.md": indexPage(rules), ...Object.fromEntries(pages) };
}

function indexPage(rules: readonly RiskRule[]): string {
  const rows = rules.map(({ id, title, severity }) => `| [\`${id}\`](${id}.md) | ${severity} | ${title} |`);
  return `${MARK}

# Risks

What the review warns of. Each rule can be turned off, given another severity, or be ignored at a place until a day: see
[configuration](../configuration.md). \`palette-profiles review --explain RULE\` shows a rule's page.

| Rule | Severity | It finds |
| --- | --- | --- |
${rows.join("\n")}
`;
}
