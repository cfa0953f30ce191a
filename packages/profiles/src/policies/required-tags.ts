import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { tagKey } from "./tag-key";

/** Options of {@link requireTags}. */
export interface RequiredTags {
  /** Keys that a profile's tags must have: `owner` asks for `owner` or `owner:anything`. Default: none. */
  required: readonly string[];
  /** What remediation gives to a key that is missing: `{ owner: "platform" }` adds `owner:platform`. Default: none. */
  defaults: Readonly<Record<string, string>>;
}

/** A profile has the tags by which people find it and know whose it is. */
export function requireTags({ tags }: ProfileProperties, options: RequiredTags): Finding[] {
  return missingKeys(tags, options.required).map((key) => ({
    code: "palette-required-tags",
    path: "tags",
    message: `There is no tag "${key}".`,
    fix: `Add "${key}:${options.defaults[key] ?? "…"}" to tags.`,
  }));
}

/** The properties with the missing tags that have a default added; undefined where none is. */
export function addTags(properties: ProfileProperties, options: RequiredTags): ProfileProperties | undefined {
  const keys = missingKeys(properties.tags, options.required).filter((key) => Object.hasOwn(options.defaults, key));
  if (keys.length === 0) return undefined;
  const given = Array.isArray(properties.tags) ? (properties.tags as unknown[]) : [];
  return { ...properties, tags: [...given, ...keys.map((key) => `${key}:${options.defaults[key]}`)] };
}

/** None where a tag is not known yet: it may be the one. */
function missingKeys(tags: unknown, required: readonly string[]): string[] {
  const list: unknown[] = Array.isArray(tags) ? tags : [tags];
  if (list.some((tag) => typeof tag === "symbol")) return [];
  const keys = new Set(list.map((tag) => tagKey(String(tag))));
  return required.filter((key) => !keys.has(key));
}
