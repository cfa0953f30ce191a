import {
  IMPACTS,
  type Impact,
  KINDS,
  type Kind,
  type Review,
  type ReviewChange,
  type ReviewResource,
  type Risk,
  SEVERITIES,
} from "./model";

/** Changes that one or more profiles have in common, told once. */
export interface Section {
  impact: Impact;
  kind: Kind;
  resources: ReviewResource[];
  changes: ReviewChange[];
  formattingOnly: string[];
  /** What rules found in these profiles. */
  risks: Risk[];
}

/**
 * Puts a review into the order it is read in: the gravest risks first, then by impact, the system profile first, and within it by the profiles
 * that share a change. Every profile that is touched is in at least one section.
 */
export function sectionsOf(review: Review): Section[] {
  const risks = new Map<string, Risk[]>();
  for (const risk of review.risks) {
    const known = risks.get(keyOf(risk));
    if (known === undefined) risks.set(keyOf(risk), [risk]);
    else known.push(risk);
  }
  const sections = sectionsByImpact(review);
  for (const section of sections) {
    section.risks = section.resources.flatMap((resource) => risks.get(keyOf(resource)) ?? []);
  }
  return sections.sort((a, b) => gravityOf(a) - gravityOf(b));
}

function gravityOf({ risks }: Section): number {
  return Math.min(SEVERITIES.length, ...new Set(risks.map(({ severity }) => SEVERITIES.indexOf(severity))));
}

/** What somebody changed in Palette, once for all profiles in which it is the same. */
export function driftSections(review: Review): Pick<Section, "resources" | "changes" | "kind">[] {
  const drifted = review.resources.filter(({ drift }) => drift.length > 0);
  const groups = new Map<string, Pick<Section, "resources" | "changes" | "kind">>();
  for (const resource of drifted) {
    const key = JSON.stringify([resource.kind, resource.drift]);
    const known = groups.get(key);
    if (known !== undefined) known.resources.push(resource);
    else groups.set(key, { kind: resource.kind, resources: [resource], changes: resource.drift });
  }
  return [...groups.values()];
}

function sectionsByImpact(review: Review): Section[] {
  return IMPACTS.filter((impact) => impact !== "no-op").flatMap((impact) =>
    KINDS.flatMap((kind) =>
      sectionsOfImpact(
        impact,
        kind,
        review.resources.filter((resource) => resource.impact === impact && resource.kind === kind),
      ),
    ),
  );
}

function sectionsOfImpact(impact: Impact, kind: Kind, resources: ReviewResource[]): Section[] {
  const owners = new Map<string, { resources: ReviewResource[]; add: (section: Section) => void }>();
  const record = (key: string, resource: ReviewResource, add: (section: Section) => void) => {
    const owner = owners.get(key) ?? { resources: [], add };
    if (owner.resources.at(-1) !== resource) owner.resources.push(resource);
    owners.set(key, owner);
  };
  for (const resource of resources) {
    const shown = isTold(impact) ? resource.changes.filter((change) => !isInHeading(change, impact)) : [];
    for (const change of shown) {
      record(JSON.stringify(change), resource, (section) => section.changes.push(change));
    }
    for (const name of resource.formattingOnly) {
      record(`formatting ${name}`, resource, (section) => section.formattingOnly.push(name));
    }
    if (shown.length + resource.formattingOnly.length === 0) record("nothing", resource, () => undefined);
  }
  const sections = new Map<string, Section>();
  for (const owner of owners.values()) {
    const key = owner.resources.map(keyOf).join("\n");
    const section = sections.get(key) ?? {
      impact,
      kind,
      resources: owner.resources,
      changes: [],
      formattingOnly: [],
      risks: [],
    };
    owner.add(section);
    sections.set(key, section);
  }
  return [...sections.values()].sort((a, b) => b.resources.length - a.resources.length);
}

/** A resource in all stacks. */
function keyOf({ stack, address }: { stack?: string; address: string }): string {
  return JSON.stringify([stack, address]);
}

/** What a profile that goes had in it is no news. */
function isTold(impact: Impact): boolean {
  return impact !== "destroy" && impact !== "forget";
}

/** The heading tells the version, and the name of a new profile. */
function isInHeading(change: ReviewChange, impact: Impact): boolean {
  if (change.layer !== undefined || change.variable !== undefined) return false;
  return (change.path === "version" && change.sensitive !== true) || (change.path === "name" && impact === "create");
}
