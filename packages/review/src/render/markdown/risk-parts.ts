import type { Review } from "../../model";
import { cut } from "../cut";
import { namesText } from "../names-text";
import { riskPlace, type ToldRisk, toldRisks } from "../told-risks";
import { count } from "../value";
import { escapeCode, escapeText } from "./escape";
import type { Part } from "./fit";

/** Characters of names, and of a sentence. */
const NAMES = 400;
const SENTENCE = 600;
/** So many of the ignored ones are told. */
const IGNORED = 20;

/** The risks as items of a list, the gravest first. */
export function riskParts({ risks }: Review): Part[] {
  return toldRisks(risks).map((told) => ({ kind: "risk", text: riskItem(told) }));
}

function riskItem({ risk, profiles }: ToldRisk): string {
  const place = riskPlace(risk);
  const where = place === "" ? "" : `${code(cut(place, NAMES))} in `;
  return [
    `- **${risk.severity}** ${where}${code(namesText(profiles, NAMES))}`,
    `  <br>${sentence(risk.message)} <sub>${escapeText(cut(risk.rule, NAMES))}</sub>`,
    `  <br>${sentence(risk.fix)}`,
    "",
  ].join("\n");
}

/** Those that the configuration ignores, folded. */
export function ignoredParts({ ignoredRisks }: Review): Part[] {
  if (ignoredRisks.length === 0) return [];
  const told = toldRisks(ignoredRisks);
  const items = told.slice(0, IGNORED).map(({ risk, profiles }) => {
    const why = escapeText(cut(risk.reason, NAMES));
    return `- ${escapeText(cut(risk.rule, NAMES))} in ${code(namesText(profiles, NAMES))}, until ${escapeText(risk.expires)}: ${why}`;
  });
  if (told.length > IGNORED) items.push(`- and ${told.length - IGNORED} more`);
  const lines = [`<details><summary>${count(ignoredRisks.length, "ignored risk")}</summary>`, "", ...items];
  return [{ kind: "ignored risk", of: ignoredRisks.length, text: `\n${[...lines, "", "</details>", ""].join("\n")}` }];
}

function code(text: string): string {
  return `<code>${escapeCode(text)}</code>`;
}

function sentence(text: string): string {
  return escapeText(cut(text, SENTENCE));
}
