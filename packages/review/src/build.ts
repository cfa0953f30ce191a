import {
  type AppProfileModel,
  type DeepMaybeUnknown,
  diffAppProfiles,
  diffProfiles,
  type ProfileDiff,
  type ProfileModel,
  UNKNOWN,
} from "@palette-profiles/profiles";
import { maskChange } from "./mask/mask-change";
import {
  IMPACTS,
  type Impact,
  KINDS,
  type Kind,
  type ResourceInput,
  type Review,
  type ReviewInput,
  type ReviewResource,
} from "./model";

/** A profile that comes or goes as a whole is counted as such, not by all that is in it. */
const COUNTED: ReadonlySet<Impact> = new Set<Impact>(["replace", "new-version", "update"]);

/**
 * Builds the review of a plan: what changes in each profile, masked, the gravest impact first, then the system profile,
 * then by name. Pure: the same input gives the same review.
 */
export function buildReview(input: ReviewInput): Review {
  const resources = input.resources.map(buildResource).sort(byGravity);
  const counts = Object.fromEntries(IMPACTS.map((impact) => [impact, 0])) as Record<Impact, number>;
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const { impact, kind } of resources) {
    counts[impact]++;
    if (impact !== "no-op") kinds[kind]++;
  }
  return {
    schemaVersion: 1,
    resources,
    counts: {
      resources: counts,
      kinds,
      changes: resources.reduce((sum, { impact, changes }) => sum + (COUNTED.has(impact) ? changes.length : 0), 0),
      formattingOnly: resources.reduce((sum, { formattingOnly }) => sum + formattingOnly.length, 0),
    },
  };
}

function buildResource(input: ResourceInput): ReviewResource {
  const { changes, formattingOnly } = diffOf(input);
  const versions = [headerText(input.before, "version"), headerText(input.after, "version")];
  const version = versions[1] ?? versions[0];
  return {
    address: input.address,
    type: input.type,
    kind: input.kind,
    name: headerText(input.after, "name") ?? headerText(input.before, "name") ?? input.address,
    ...(version === undefined ? {} : { version }),
    ...(versions[0] !== undefined && versions[0] !== version ? { previousVersion: versions[0] } : {}),
    ...(input.previousAddress ? { previousAddress: input.previousAddress } : {}),
    impact: input.impact,
    changes: changes.map(maskChange),
    formattingOnly,
    ...(input.replacedBecause ? { replacedBecause: input.replacedBecause } : {}),
    ...(input.managed ? { managed: input.managed } : {}),
  };
}

/** What is adopted was there before, in a shape that the plan does not tell. */
function diffOf({ kind, impact, before, after }: ResourceInput): ProfileDiff {
  if (impact === "adopt") return { changes: [], formattingOnly: [] };
  if (kind === "app") {
    return diffAppProfiles(before as AppProfile | undefined, after as AppProfile | undefined);
  }
  return diffProfiles(before as Profile | undefined, after as Profile | undefined);
}

type Profile = DeepMaybeUnknown<ProfileModel>;
type AppProfile = DeepMaybeUnknown<AppProfileModel>;

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
    IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) ||
    Number(b.kind === "system") - Number(a.kind === "system") ||
    compare(a.name, b.name) ||
    compare(a.address, b.address)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
