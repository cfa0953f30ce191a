import { IMPACTS, type Impact, type Kind, type Review, type ReviewResource, SEVERITIES } from "../model";
import type { Section } from "../sections";
import { printable } from "./printable";
import { count } from "./value";

/** How an impact is marked and called. */
export const IMPACT_WORDS: Record<Impact, { mark: string; word: string; verdict: string }> = {
  replace: { mark: "!", word: "replace", verdict: "to replace" },
  destroy: { mark: "-", word: "destroy", verdict: "to destroy" },
  forget: { mark: ".", word: "forget, stays in Palette", verdict: "to forget" },
  "new-version": { mark: "^", word: "new version", verdict: "to get a new version" },
  update: { mark: "~", word: "update", verdict: "to update" },
  adopt: { mark: "=", word: "adopted", verdict: "to adopt" },
  create: { mark: "+", word: "create", verdict: "to create" },
  "no-op": { mark: " ", word: "no change", verdict: "unchanged" },
};

/** What stands before a name, where it is not that of a cluster profile. */
const KIND_WORDS: Record<Kind, string> = { system: "system profile ", cluster: "", app: "app profile " };
/** What a profile is made of. */
export const PART_WORDS: Record<Kind, string> = { system: "layer", cluster: "layer", app: "tier" };

/** The verdict: what happens to how many profiles, and how many changes that is; then risks, whom it reaches, and what is told apart. */
export function verdictLines(review: Review): string[] {
  const [verdict, ...more] = impactLines(review);
  return [verdict!, ...riskLines(review), ...reachLines(review), ...more, ...driftLines(review)];
}

function impactLines({ resources, counts }: Review): string[] {
  const touched = resources.filter(({ impact }) => impact !== "no-op");
  if (resources.length === 0) return ["No profiles in this plan."];
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
  const system = touched.filter(({ kind }) => kind === "system").map(systemText);
  const lines = [
    `${count(touched.length, "profile")}: ${facts.join("; ")}.`,
    ...(system.length > 0
      ? [`System profile: the Enterprise cluster, which hosts Palette: ${system.join("; ")}.`]
      : []),
  ];
  if (counts.formattingOnly > 0) {
    lines.push(`${count(counts.formattingOnly, "text")} changed in formatting only: no change of meaning.`);
  }
  return lines;
}

function riskLines({ counts, ignoredRisks }: Review): string[] {
  const found = SEVERITIES.filter((severity) => counts.risks[severity] > 0).map(
    (severity) => `${counts.risks[severity]} ${severity}`,
  );
  const ignored = ignoredRisks.length > 0 ? [`${ignoredRisks.length} ignored`] : [];
  return found.length + ignored.length === 0 ? [] : [`Risks: ${[...found, ...ignored].join(", ")}.`];
}

function reachLines({ counts: { reach } }: Review): string[] {
  if (reach === undefined) return [];
  const templates = reach.templates > 0 ? ` and ${count(reach.templates, "template")}` : "";
  return [`Reaches ${count(reach.clusters, "cluster")}${templates}.`];
}

function driftLines({ resources }: Review): string[] {
  const drifted = resources.filter(({ drift }) => drift.length > 0);
  const changes = drifted.reduce((sum, { drift }) => sum + drift.length, 0);
  return changes === 0
    ? []
    : [
        `Drift: ${count(changes, "change")} in ${count(drifted.length, "profile")} made in Palette since the last apply.`,
      ];
}

/** What happens to the Enterprise cluster. */
function systemText({ name, impact, changes, managed }: ReviewResource): string {
  if (impact === "adopt") return `${printable(name)} is ${managedText(managed)}`;
  if (impact === "forget") return `${printable(name)} is let go of and stays as it is`;
  return `${count(changes.length, "change")} in ${printable(name)}`;
}

function managedText(managed: ReviewResource["managed"]): string {
  return `adopted, ${count(managed?.layers ?? 0, "layer")} managed`;
}

/** A profile with its version, `platform-addons 1.0.0 -> 1.1.0`. */
export function label({ kind, name, version, previousVersion, impact }: ReviewResource): string {
  const from = previousVersion !== undefined && impact !== "destroy" ? `${previousVersion} -> ` : "";
  return printable(`${KIND_WORDS[kind]}${name}${version === undefined ? "" : ` ${from}${version}`}`);
}

/** The same, with the stack where there is one: `dev: platform-addons 1.0.0`. */
export function fullLabel(resource: ReviewResource): string {
  return resource.stack === undefined ? label(resource) : `${printable(resource.stack)}: ${label(resource)}`;
}

/** The words behind the names in a heading, `update`. */
export function impactText(section: Section): string {
  if (section.impact === "adopt") return managedText(section.resources[0]?.managed);
  const { word } = IMPACT_WORDS[section.impact];
  const reasons = new Set(section.resources.flatMap(({ replacedBecause }) => replacedBecause ?? []));
  return reasons.size > 0 ? `${word} because of ${printable([...reasons].join(", "))}` : word;
}

/** What is told below the changes of a section. */
export function notes({ resources, formattingOnly }: Section): string[] {
  const moved = resources.flatMap(({ address, previousAddress }) =>
    previousAddress === undefined ? [] : [`moved in the program: ${previousAddress} -> ${address}`],
  );
  const managed = resources.flatMap((resource) => [
    ...listed("managed from now on, so what changes in it is not told here", resource.managed?.added),
    ...listed("not managed any more, goes back to what Palette brought", resource.managed?.released),
  ]);
  return [...used(resources), ...listed("formatting only", formattingOnly), ...managed, ...moved].map(printable);
}

/** So many clusters and templates are named. */
const NAMED = 5;

function used(resources: readonly ReviewResource[]): string[] {
  const known = resources.flatMap(({ reach }) => (reach === undefined ? [] : [reach]));
  const named = (what: string, names: string[]): string[] => {
    const distinct = [...new Set(names)].sort();
    const more = distinct.length - NAMED;
    return listed(what, more > 0 ? [...distinct.slice(0, NAMED), `${more} more`] : distinct);
  };
  return [
    ...named(
      "used by the clusters",
      known.flatMap(({ clusters }) => clusters),
    ),
    ...named(
      "used by the templates",
      known.flatMap(({ templates }) => templates),
    ),
  ];
}

function listed(what: string, names: readonly string[] | undefined): string[] {
  return names === undefined || names.length === 0 ? [] : [`${what}: ${names.join(", ")}`];
}
