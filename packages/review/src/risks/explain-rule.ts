import { yamlText } from "@palette-profiles/profiles";
import { didYouMean } from "./config-checks";
import { contextOf } from "./example";
import type { ExampleProfile, RiskExample, RiskFinding, RiskRule } from "./risk-rule";
import { RISK_RULES } from "./rules";
import { setRiskRules } from "./set-rules";

/**
 * The page of a rule as Markdown, which can be read as plain text too: what it looks at, why, what to do, what can be set, an example.
 * @throws where no rule has the id; the message names the nearest.
 */
export function explainRule(id: string, rules: readonly RiskRule[] = RISK_RULES): string {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const ids = rules.map((each) => each.id);
    throw new Error(`There is no rule "${id}".${didYouMean(id, ids) || ` There are: ${ids.join(", ")}.`}`);
  }
  const { title, severity, about, why, fix, sources = [] } = rule;
  const sections = [
    `# ${title}`,
    `\`${id}\`, severity ${severity}`,
    about,
    `**Why:** ${why}`,
    `**What to do:** ${fix}`,
    ...optionsOf(rule),
    ...exampleOf(rule),
    ...(sources.length === 0 ? [] : [`## Sources\n\n${sources.map((source) => `- <${source}>`).join("\n")}`]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function optionsOf({ id, options = {} }: RiskRule): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const list = entries.map(
    ([name, { default: value, about }]) => `- \`${name}\`: ${about} Default: \`${JSON.stringify(value)}\`.`,
  );
  const sample = yamlText({
    rules: { [id]: Object.fromEntries(entries.map(([name, option]) => [name, option.default])) },
  });
  return [`## Options\n\n${list.join("\n")}\n\n${fenced("yaml", sample)}`];
}

function exampleOf(rule: RiskRule): string[] {
  const { before, after } = rule.example;
  const found = setRiskRules([rule]).flatMap(({ options }) => rule.find(contextOf(rule.example), options));
  const parts = [
    "## Example",
    ...side("Before:", before),
    ...side(before === undefined ? "A new profile:" : "After:", after),
    ...circumstances(rule.example),
    `The review says:\n\n${fenced("text", found.map((finding) => findingLine(rule, finding)).join("\n"))}`,
  ];
  return [parts.join("\n\n")];
}

function side(title: string, profile: ExampleProfile | undefined): string[] {
  return profile === undefined ? [] : [`${title}\n\n${fenced("yaml", yamlText(profile))}`];
}

function circumstances({ impact, reach, packStates = {} }: RiskExample): string[] {
  const uses = [...(reach?.clusters ?? []), ...(reach?.templates ?? [])];
  return [
    ...(impact === undefined || impact === "create" || impact === "update"
      ? []
      : [`The plan's impact is \`${impact}\`.`]),
    ...Object.entries(packStates).map(([uid, state]) => `Palette says that the pack \`${uid}\` is ${state}.`),
    ...(uses.length === 0 ? [] : [`The version is used by ${uses.map((name) => `\`${name}\``).join(", ")}.`]),
  ];
}

function findingLine(
  { severity }: RiskRule,
  { layer, variable, manifest, path, message, ...own }: RiskFinding,
): string {
  const at = [layer, variable, manifest, path].filter((part) => part !== undefined && part !== "").join(" > ");
  return `${own.severity ?? severity}  ${at === "" ? "" : `${at}: `}${message}`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
