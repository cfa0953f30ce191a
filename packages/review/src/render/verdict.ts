import { IMPACTS, type Impact, type Review, type ReviewResource } from "../model";
import type { Section } from "../sections";
import { printable } from "./printable";
import { count } from "./value";

/** How an impact is marked and called. */
export const IMPACT_WORDS: Record<Impact, { mark: string; word: string; verdict: string }> = {
  replace: { mark: "!", word: "replace", verdict: "to replace" },
  delete: { mark: "-", word: "delete", verdict: "to delete" },
  forget: { mark: ".", word: "forget, stays in Palette", verdict: "to forget" },
  "new-version": { mark: "^", word: "new version", verdict: "to get a new version" },
  update: { mark: "~", word: "update", verdict: "to update" },
  create: { mark: "+", word: "create", verdict: "to create" },
  "no-op": { mark: " ", word: "no change", verdict: "unchanged" },
};

/** The verdict: what happens to how many profiles, and how many changes that is. At most two lines. */
export function verdictLines({ resources, counts }: Review): string[] {
  const touched = resources.filter(({ impact }) => impact !== "no-op");
  if (resources.length === 0) return ["No cluster profiles in this plan."];
  if (touched.length === 0) return [`No changes. ${count(resources.length, "profile")} as planned.`];
  const parts = IMPACTS.filter((impact) => impact !== "no-op" && counts.resources[impact] > 0).map(
    (impact) => `${counts.resources[impact]} ${IMPACT_WORDS[impact].verdict}`,
  );
  const unchanged = counts.resources["no-op"];
  const facts = [
    parts.join(", "),
    ...(counts.changes > 0 ? [count(counts.changes, "change")] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  const lines = [`${count(touched.length, "profile")}: ${facts.join("; ")}.`];
  if (counts.formattingOnly > 0) {
    lines.push(`${count(counts.formattingOnly, "text")} changed in formatting only: no change of meaning.`);
  }
  return lines;
}

/** A profile with its version, `platform-addons 1.0.0 -> 1.1.0`. */
export function label({ name, version, previousVersion, impact }: ReviewResource): string {
  const from = previousVersion !== undefined && impact !== "delete" ? `${previousVersion} -> ` : "";
  return printable(version === undefined ? name : `${name} ${from}${version}`);
}

/** The words behind the names in a heading, `update`. */
export function impactText(section: Section): string {
  const { word } = IMPACT_WORDS[section.impact];
  const reasons = new Set(section.resources.flatMap(({ replacedBecause }) => replacedBecause ?? []));
  return reasons.size > 0 ? `${word} because of ${printable([...reasons].join(", "))}` : word;
}

/** What is told below the changes of a section. */
export function notes({ resources, formattingOnly }: Section): string[] {
  const moved = resources.flatMap(({ address, previousAddress }) =>
    previousAddress === undefined ? [] : [`moved in the program: ${previousAddress} -> ${address}`],
  );
  return [...(formattingOnly.length > 0 ? [`formatting only: ${formattingOnly.join(", ")}`] : []), ...moved].map(
    printable,
  );
}
