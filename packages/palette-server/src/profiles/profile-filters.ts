import { readList, readObject, readOneOf, readStrings } from "../body";
import type { Profile } from "../store/profiles";
import { readStringFilter } from "../string-filter";
import { compareVersions } from "../versions";

const SORT_FIELDS = [
  "profileName",
  "environment",
  "profileType",
  "creationTimestamp",
  "lastModifiedTimestamp",
] as const;
type SortField = (typeof SORT_FIELDS)[number];

const SORT_KEYS: Record<SortField, (profile: Profile) => string> = {
  profileName: (profile) => profile.name,
  environment: (profile) => profile.cloudType,
  profileType: (profile) => profile.type,
  creationTimestamp: (profile) => profile.created,
  lastModifiedTimestamp: (profile) => profile.modified,
};

export interface ProfileFilter {
  matches(profile: Profile): boolean;
  order(profiles: Profile[]): Profile[];
}

/** Reads the body of `POST /v1/dashboard/clusterprofiles`; an empty one lets everything through. */
export function readProfileFilter(body: unknown): ProfileFilter {
  const filter = readObject(readObject(body, "")?.filter, "filter") ?? {};
  const name = readStringFilter(filter.profileName, "filter.profileName");
  const version = readStringFilter(filter.version, "filter.version");
  const types = readStrings(filter.profileType, "filter.profileType") ?? [];
  const clouds = readStrings(filter.environment, "filter.environment") ?? [];
  const scope = readOneOf(filter.scope, "filter.scope", ["system", "tenant", "project"]);
  const tags = readStrings(readObject(filter.tags, "filter.tags")?.eq, "filter.tags.eq") ?? [];
  return {
    matches: (profile) =>
      name(profile.name) &&
      version(profile.version) &&
      (types.length === 0 || types.includes(profile.type)) &&
      (clouds.length === 0 || clouds.includes(profile.cloudType)) &&
      (scope === undefined || scope === profile.scope) &&
      tags.every((tag) => hasTag(profile, tag)),
    order: readOrder(body),
  };
}

/** A tag is `key:value`, or a key alone. */
export function hasTag(profile: Pick<Profile, "labels">, tag: string): boolean {
  const [key = "", ...rest] = tag.split(":");
  const value = profile.labels[key];
  return value !== undefined && (rest.length === 0 || value === rest.join(":"));
}

function readOrder(body: unknown): (profiles: Profile[]) => Profile[] {
  const sorts = (readList(readObject(body, "")?.sort, "sort") ?? []).map((item, index) => {
    const sort = readObject(item, `sort[${index}]`) ?? {};
    const field = readOneOf(sort.field, `sort[${index}].field`, SORT_FIELDS) ?? "profileName";
    const order = readOneOf(sort.order, `sort[${index}].order`, ["asc", "desc"]) ?? "asc";
    return { key: SORT_KEYS[field], sign: order === "asc" ? 1 : -1 };
  });
  if (sorts.length === 0) return (profiles) => profiles;
  return (profiles) =>
    profiles.toSorted((a, b) => {
      for (const { key, sign } of sorts) {
        const difference = key(a).localeCompare(key(b), "en");
        if (difference !== 0) return difference * sign;
      }
      return 0;
    });
}

type Versioned = Pick<Profile, "scope" | "projectUid" | "name" | "version">;

/** Of each profile, its newest version. */
export function groupVersions<T extends Versioned>(profiles: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const profile of profiles) {
    const key = JSON.stringify([profile.scope, profile.projectUid, profile.name]);
    const known = newest.get(key);
    if (!known || compareVersions(known.version, profile.version) < 0) newest.set(key, profile);
  }
  return [...newest.values()];
}
