import { readList, readObject, readOneOf, readString, readStrings } from "../body";
import { hasTag } from "../profiles/profile-filters";
import type { AppProfile } from "../store/app-profiles";
import { readStringFilter } from "../string-filter";
import { compareVersions } from "../versions";

const SORT_FIELDS = ["profileName", "creationTimestamp", "lastModifiedTimestamp"] as const;

const SORT_KEYS: Record<(typeof SORT_FIELDS)[number], (profile: AppProfile) => string> = {
  profileName: (profile) => profile.name,
  creationTimestamp: (profile) => profile.created,
  lastModifiedTimestamp: (profile) => profile.modified,
};

export interface AppProfileFilter {
  matches(profile: AppProfile): boolean;
  order(profiles: AppProfile[]): AppProfile[];
}

/** Reads the body of `POST /v1/dashboard/appProfiles`; an empty one lets everything through. */
export function readAppProfileFilter(body: unknown): AppProfileFilter {
  const filter = readObject(readObject(body, "")?.filter, "filter") ?? {};
  const name = readStringFilter(filter.profileName, "filter.profileName");
  const version = readVersionFilter(filter.version, "filter.version");
  const tags = readStrings(readObject(filter.tags, "filter.tags")?.eq, "filter.tags.eq") ?? [];
  return {
    matches: (profile) => name(profile.name) && version(profile.version) && tags.every((tag) => hasTag(profile, tag)),
    order: readOrder(body),
  };
}

/** A version is also less or greater than another. */
function readVersionFilter(value: unknown, path: string): (version: string) => boolean {
  const text = readStringFilter(value, path);
  const filter = readObject(value, path) ?? {};
  const less = readString(filter.lt, `${path}.lt`);
  const greater = readString(filter.gt, `${path}.gt`);
  return (version) =>
    text(version) &&
    (less === undefined || compareVersions(version, less) < 0) &&
    (greater === undefined || compareVersions(version, greater) > 0);
}

function readOrder(body: unknown): (profiles: AppProfile[]) => AppProfile[] {
  const sorts = (readList(readObject(body, "")?.sort, "sort") ?? []).map((item, index) => {
    const sort = readObject(item, `sort[${index}]`) ?? {};
    const field = readOneOf(sort.field, `sort[${index}].field`, SORT_FIELDS) ?? "profileName";
    const order = readOneOf(sort.order, `sort[${index}].order`, ["asc", "desc"]) ?? "asc";
    return { key: SORT_KEYS[field], sign: order === "asc" ? 1 : -1 };
  });
  return (profiles) =>
    profiles.toSorted((a, b) => {
      for (const { key, sign } of sorts) {
        const difference = key(a).localeCompare(key(b), "en");
        if (difference !== 0) return difference * sign;
      }
      return 0;
    });
}
