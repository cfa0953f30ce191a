import { knownText } from "../model/unknown";
import { sameVersion } from "../version";
import { fieldChange, hideMarked, type ProfileChange } from "./changes";

/** What profiles of every kind have besides their layers, as far as it is known. */
type Header = Partial<Record<string, unknown>>;

/** The changes of a profile's own attributes: version, some fields, and tags. */
export function diffHeaders(fields: readonly string[], before: Header, after: Header): ProfileChange[] {
  const changes = [
    ...versionChange(before, after),
    ...fields.flatMap((field) => fieldChange({}, field, before[field], after[field])),
    ...tagChanges(before.tags, after.tags),
  ];
  return hideMarked(changes, before, after);
}

function versionChange(before: Header, after: Header): ProfileChange[] {
  const versions = [knownText(before.version), knownText(after.version)] as const;
  if (versions[0] !== undefined && versions[1] !== undefined && sameVersion(versions[0], versions[1])) return [];
  return fieldChange({}, "version", before.version, after.version);
}

/** Tags are a set. */
function tagChanges(before: unknown, after: unknown): ProfileChange[] {
  if (typeof before === "symbol" || typeof after === "symbol") return fieldChange({}, "tags", before, after);
  const sets = [before, after].map((tags) => new Set(Array.isArray(tags) ? (tags as unknown[]) : []));
  const gone = [...sets[0]!].filter((tag) => !sets[1]!.has(tag));
  const come = [...sets[1]!].filter((tag) => !sets[0]!.has(tag));
  return [
    ...gone.map((tag): ProfileChange => ({ path: "tags", kind: "remove", before: tag })),
    ...come.map((tag): ProfileChange => ({ path: "tags", kind: "add", after: tag })),
  ];
}
