import type { createColors } from "picocolors";
import type { Review, Severity } from "../model";
import { printable } from "./printable";
import { riskPlace, type ToldRisk, toldRisks } from "./told-risks";
import { listed, wrap } from "./wrap";

type Paint = ReturnType<typeof createColors>;

/** Stands before the lines of a risk below its severity. */
const INDENT = " ".repeat(9);

/** Risks for a terminal, the gravest first: where, what and by which rule, what to do; then those that are ignored. */
export function textRisks({ risks, ignoredRisks }: Review, paint: Paint, width: number): string[] {
  if (risks.length + ignoredRisks.length === 0) return [];
  const ignored = toldRisks(ignoredRisks).map(({ risk, profiles }) => {
    const what = `ignored until ${risk.expires}: ${risk.rule} in ${profiles.join(", ")} (${risk.reason})`;
    return paint.dim(`  ${printable(what)}`);
  });
  return ["", paint.bold("Risks"), ...toldRisks(risks).flatMap((told) => riskLines(told, paint, width)), ...ignored];
}

function riskLines({ risk, profiles }: ToldRisk, paint: Paint, width: number): string[] {
  const room = width - INDENT.length;
  const place = riskPlace(risk);
  const [where, ...more] = wrap(listed(profiles), room, place === "" ? "" : `${place} in`);
  const rule = printable(`[${risk.rule}]`);
  const what = wrap([...words(risk.message), rule], room);
  const last = what.pop()!;
  return [
    `  ${paintSeverity(paint, risk.severity)(risk.severity.padEnd(6))} ${paint.bold(where!)}`,
    ...[
      ...more.map(paint.bold),
      ...what,
      `${last.slice(0, last.length - rule.length)}${paint.dim(rule)}`,
      ...wrap(words(risk.fix), room),
    ].map((line) => `${INDENT}${line}`),
  ];
}

/** The colour of a severity. */
export function paintSeverity(paint: Paint, severity: Severity): (text: string) => string {
  return { high: paint.red, medium: paint.yellow, low: paint.cyan }[severity];
}

function words(sentence: string): string[] {
  return printable(sentence).split(" ");
}
