import {
  type AppProfileModel,
  type DeepMaybeUnknown,
  diffAppProfiles,
  diffProfiles,
  type ProfileDiff,
  type ProfileModel,
  UNKNOWN,
} from "@palette-profiles/profiles";
import { maskReview, type OpenReview } from "./mask/mask-review";
import type { Masking } from "./mask/masking";
import {
  type AnyProfile,
  IMPACTS,
  type Impact,
  KINDS,
  type Kind,
  type ResourceInput,
  type Review,
  type ReviewInput,
  type Risk,
  SEVERITIES,
} from "./model";
import type { ReviewConfig } from "./risks/config";
import { byRisk, findRisks } from "./risks/find-risks";
import { ignoreRisks } from "./risks/ignore-risks";
import type { RiskRule } from "./risks/risk-rule";
import { RISK_RULES } from "./risks/rules";
import { type SetRiskRule, setRiskRules } from "./risks/set-rules";

export interface ReviewOptions {
  /** The rules that look for risks. Default: all. */
  rules?: readonly RiskRule[];
  /** How the rules are set, and which risks are ignored. Default: each rule as it is, and none. */
  config?: Partial<Pick<ReviewConfig, "rules" | "ignore" | "mask" | "show">>;
  /** Random, of 16 bytes or more, new for each review: masked values get a hash that tells two apart. Default: no hash. */
  salt?: string;
  /** What is masked or shown besides. Default: what the configuration says. */
  masking?: Masking;
  /** The day, `2026-11-23`, on which entries that ignore risks hold or are over. Needed where there are any. */
  today?: string;
}

/** A profile that comes or goes as a whole is counted as such, not by all that is in it. */
const COUNTED: ReadonlySet<Impact> = new Set<Impact>(["replace", "new-version", "update"]);

/**
 * Builds the review of a plan: what changes in each profile, masked, and what is risky about it; the gravest impact first, then the
 * system profile, then by name. Pure: the same input gives the same review.
 */
export function buildReview(input: ReviewInput, options: ReviewOptions = {}): Review {
  const { rules = RISK_RULES, config = {} } = options;
  const set = setRiskRules(rules, config.rules);
  const built = input.resources.map((resource) => buildResource(resource, set));
  built.sort((a, b) => byGravity(a.resource, b.resource));
  const resources = built.map(({ resource }) => resource);
  const found = built.flatMap((each) => each.risks).sort(byRisk);
  const { risks, ignoredRisks, notes } = ignoreRisks(found, config.ignore ?? [], options.today);
  const open: OpenReview = {
    schemaVersion: 1,
    resources,
    risks,
    ignoredRisks,
    notes: [...(input.notes ?? []), ...notes],
    counts: countsOf(resources, risks),
  };
  return maskReview(open, input, { salt: options.salt, masking: options.masking ?? config });
}

type OpenResource = OpenReview["resources"][number];

function countsOf(resources: OpenResource[], risks: Risk[]): Review["counts"] {
  const touched = resources.filter(({ impact }) => impact !== "no-op");
  return {
    resources: tally(IMPACTS, resources, ({ impact }) => impact),
    kinds: tally(KINDS, touched, ({ kind }) => kind),
    risks: tally(SEVERITIES, risks, ({ severity }) => severity),
    ...reachOf(touched),
    changes: resources.reduce((sum, { impact, changes }) => sum + (COUNTED.has(impact) ? changes.length : 0), 0),
    formattingOnly: resources.reduce((sum, { formattingOnly }) => sum + formattingOnly.length, 0),
  };
}

function tally<K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)]++;
  return counts;
}

function reachOf(touched: OpenResource[]): Pick<Review["counts"], "reach"> {
  const known = touched.flatMap(({ reach }) => (reach === undefined ? [] : [reach]));
  if (known.length === 0) return {};
  const distinct = (names: string[]) => new Set(names).size;
  return {
    reach: {
      clusters: distinct(known.flatMap(({ clusters }) => clusters)),
      templates: distinct(known.flatMap(({ templates }) => templates)),
    },
  };
}

function buildResource(input: ResourceInput, rules: readonly SetRiskRule[]): { resource: OpenResource; risks: Risk[] } {
  const { kind, impact, before, after, base, stack, reach } = input;
  // What is adopted was there before, in a shape that the plan does not tell.
  const { changes, formattingOnly }: ProfileDiff =
    impact === "adopt" ? { changes: [], formattingOnly: [] } : diffOf(kind, before, after);
  const drift = base === undefined ? [] : diffOf(kind, base, before).changes;
  const versions = [headerText(before, "version"), headerText(after, "version")];
  const version = versions[1] ?? versions[0];
  const name = headerText(after, "name") ?? headerText(before, "name") ?? input.address;
  const resource: OpenResource = {
    ...(stack === undefined ? {} : { stack }),
    address: input.address,
    type: input.type,
    kind,
    name,
    ...(version === undefined ? {} : { version }),
    ...(versions[0] !== undefined && versions[0] !== version ? { previousVersion: versions[0] } : {}),
    ...(input.previousAddress ? { previousAddress: input.previousAddress } : {}),
    impact,
    changes,
    formattingOnly,
    ...(input.replacedBecause ? { replacedBecause: input.replacedBecause } : {}),
    ...(input.managed ? { managed: input.managed } : {}),
    drift,
    ...(reach === undefined ? {} : { reach }),
  };
  return {
    resource,
    risks: findRisks(input, name, { kind, impact, before, after, reach, packStates: input.packStates, changes }, rules),
  };
}

function diffOf(kind: Kind, before: AnyProfile | undefined, after: AnyProfile | undefined): ProfileDiff {
  if (kind === "app") return diffAppProfiles(before as AppProfile | undefined, after as AppProfile | undefined);
  return diffProfiles(before as Profile | undefined, after as Profile | undefined);
}

type Profile = DeepMaybeUnknown<ProfileModel>;
type AppProfile = DeepMaybeUnknown<AppProfileModel>;

/** A text of the profile's head; undefined where it is missing or sensitive. */
function headerText(profile: AnyProfile | undefined, field: "name" | "version"): string | undefined {
  if (profile === undefined || typeof profile === "symbol") return undefined;
  const value: unknown = profile[field];
  const hidden = field === "version" && Array.isArray(profile.sensitive) && profile.sensitive.includes(field);
  if (value === UNKNOWN) return field === "version" ? "(known after apply)" : undefined;
  return typeof value === "string" && !hidden ? value : undefined;
}

function byGravity(a: OpenResource, b: OpenResource): number {
  return (
    IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) ||
    Number(b.kind === "system") - Number(a.kind === "system") ||
    compare(a.name, b.name) ||
    compare(a.stack ?? "", b.stack ?? "") ||
    compare(a.address, b.address)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
