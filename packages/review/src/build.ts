import { diffProfiles, UNKNOWN } from "@palette-profiles/profiles";
import { maskChange } from "./mask/mask-change";
import { IMPACTS, type Impact, type ResourceInput, type Review, type ReviewInput, type ReviewResource } from "./model";

/** A profile that comes or goes as a whole is counted as such, not by all that is in it. */
const COUNTED: ReadonlySet<Impact> = new Set<Impact>(["replace", "new-version", "update"]);

/**
 * Builds the review of a plan: what changes in each profile, masked, the gravest impact first, then by name. Pure: the
 * same input gives the same review.
 */
export function buildReview(input: ReviewInput): Review {
  const resources = input.resources.map(buildResource).sort(byGravity);
  const counts = Object.fromEntries(IMPACTS.map((impact) => [impact, 0])) as Record<Impact, number>;
  for (const { impact } of resources) counts[impact]++;
  return {
    schemaVersion: 1,
    resources,
    counts: {
      resources: counts,
      changes: resources.reduce((sum, { impact, changes }) => sum + (COUNTED.has(impact) ? changes.length : 0), 0),
      formattingOnly: resources.reduce((sum, { formattingOnly }) => sum + formattingOnly.length, 0),
    },
  };
}

function buildResource(input: ResourceInput): ReviewResource {
  const { changes, formattingOnly } = diffProfiles(input.before, input.after);
  const versions = [headerText(input.before, "version"), headerText(input.after, "version")];
  const version = versions[1] ?? versions[0];
  return {
    address: input.address,
    type: input.type,
    name: headerText(input.after, "name") ?? headerText(input.before, "name") ?? input.address,
    ...(version === undefined ? {} : { version }),
    ...(versions[0] !== undefined && versions[0] !== version ? { previousVersion: versions[0] } : {}),
    ...(input.previousAddress ? { previousAddress: input.previousAddress } : {}),
    impact: input.impact,
    changes: changes.map(maskChange),
    formattingOnly,
    ...(input.replacedBecause ? { replacedBecause: input.replacedBecause } : {}),
  };
}

/** A text of the profile's head; undefined where it is missing or sensitive. */
function headerText(profile: ResourceInput["before"], field: "name" | "version"): string | undefined {
  if (profile === undefined || typeof profile === "symbol") return undefined;
  const value: unknown = profile[field];
  const hidden = field === "version" && Array.isArray(profile.sensitive) && profile.sensitive.includes(field);
  if (value === UNKNOWN) return field === "version" ? "(known after apply)" : undefined;
  return typeof value === "string" && !hidden ? value : undefined;
}

function byGravity(a: ReviewResource, b: ReviewResource): number {
  return (
    IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) || compare(a.name, b.name) || compare(a.address, b.address)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
