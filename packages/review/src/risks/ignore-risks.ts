import { globSource } from "../glob";
import type { IgnoredRisk, Risk } from "../model";
import type { IgnoreEntry } from "./config";

/** Risks, parted into those that count and those that somebody has taken on. */
export interface PartedRisks {
  risks: Risk[];
  ignoredRisks: IgnoredRisk[];
  /** Entries that ignore nothing: because their day is over, or because there is nothing like it. */
  notes: string[];
}

const PLACES = ["stack", "profile", "layer", "variable", "manifest", "path"] as const;

/**
 * Takes out the risks that entries ignore on a day, `2026-11-23`; an entry's own last day is one of them. Each is ignored by the first
 * entry that matches it. @throws where there are entries and no day.
 */
export function ignoreRisks(risks: readonly Risk[], entries: readonly IgnoreEntry[], today?: string): PartedRisks {
  if (today === undefined) {
    if (entries.length === 0) return { risks: [...risks], ignoredRisks: [], notes: [] };
    throw new Error(
      "Entries that ignore risks hold until a day, so buildReview needs options.today, such as 2026-12-31.",
    );
  }
  const matchers = entries.map((entry) => ({ entry, matches: matcherOf(entry), used: false }));
  const parted: PartedRisks = { risks: [], ignoredRisks: [], notes: [] };
  for (const risk of risks) {
    const found = matchers.filter(({ matches }) => matches(risk));
    for (const each of found) each.used = true;
    const valid = found.find(({ entry }) => entry.expires >= today);
    if (valid === undefined) parted.risks.push(risk);
    else {
      const { reason, expires } = valid.entry;
      parted.ignoredRisks.push({ ...risk, reason, expires });
    }
  }
  for (const { entry, used } of matchers) {
    const over = entry.expires < today ? `was over on ${entry.expires}` : undefined;
    if (over !== undefined) {
      const rest = used ? "the risk counts again: fix it, or look at it anew and set another day" : "remove it";
      parted.notes.push(`${entry.place}: the ignore entry for ${entry.rule} ${over}; ${rest}.`);
    } else if (!used) {
      parted.notes.push(`${entry.place}: the ignore entry for ${entry.rule} matches no risk of this review.`);
    }
  }
  return parted;
}

function matcherOf(entry: IgnoreEntry): (risk: Risk) => boolean {
  const places = PLACES.flatMap((place) => {
    const pattern = entry[place];
    return pattern === undefined ? [] : [{ place, pattern: new RegExp(`^${globSource(pattern)}$`) }];
  });
  return (risk) => risk.rule === entry.rule && places.every(({ place, pattern }) => pattern.test(risk[place] ?? "\0"));
}
