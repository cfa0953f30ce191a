import { hasTag, versionCompare } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Diagnostic,
  isUnknown,
  s,
  toDiagnostic,
  type Values,
} from "@palette-profiles/resource-kit";
import { wrong } from "../lineage/rules";
import { scopeAttributes, scopeProblems } from "./scope";
import { inRange } from "./version-range";

/** What narrows a list of profiles of any kind, and what the list is. */
export const listAttributes = {
  name: s.string({ description: "Only the profile of exactly this name.", optional: true, example: "platform" }),
  nameContains: s.string({
    description: "Only profiles whose name holds this, in capitals or not.",
    optional: true,
    example: "plat",
  }),
  tag: s.string({
    description:
      "Only profiles with this tag: `key:value`, or `key` for any value. What counts are the newest version's tags.",
    optional: true,
    example: "env:prod",
  }),
  version: s.string({
    description:
      "Only versions in this range, such as `1.2.0`, `>=1.2.0 <2.0.0` or `1.x`. Pre-releases only where the range names one.",
    optional: true,
    example: ">=1.2.0 <2.0.0",
  }),
  latest: s.bool({
    description: "Only the newest version of each profile, of those in the range. Default `false`.",
    optional: true,
    example: true,
  }),
  ...scopeAttributes,
  ids: s.stringList({
    description: "The uids, one a version; ordered by name, then from the oldest version to the newest.",
    computed: true,
    example: ["65b3f1c0e4b0a1c2d3e4f505", "65b3f1c0e4b0a1c2d3e4f504"],
  }),
  names: s.stringList({
    description: "The names, in the order of `ids`.",
    computed: true,
    example: ["platform", "platform"],
  }),
  versions: s.stringList({
    description: "The versions, in the order of `ids`.",
    computed: true,
    example: ["1.1.0", "1.2.0"],
  }),
  idsByName: s.stringMap({
    description: "With `latest`: the uid of each profile, by its name.",
    computed: true,
    sometimes: true,
    example: { platform: "65b3f1c0e4b0a1c2d3e4f504" },
  }),
};

export type ListState = Values<typeof listAttributes>;

/** A profile as Palette's lists show it: as one of its versions. */
export interface ListedProfile {
  uid: string;
  name: string;
  version: string;
  /** `project` or `tenant`, where the list tells it. */
  scope: string | undefined;
  labels: Readonly<Record<string, string>>;
  /** Those besides this one; this one may be among them. */
  versions: readonly { uid?: string; version?: string }[];
}

export function listProblems(config: AnyValues): Diagnostic[] {
  const { name, nameContains, version } = config;
  const found = scopeProblems(config);
  if (typeof name === "string" && typeof nameContains === "string") {
    const detail = `name is "${name}", which leaves nothing for name_contains to say. Leave one of them out.`;
    found.push(wrong(["nameContains"], "TwoNames", "Two filters for the name", detail));
  }
  try {
    if (typeof version === "string" && !isUnknown(version)) inRange(version);
  } catch (error) {
    found.push(toDiagnostic(error));
  }
  return found;
}

/** What Palette is asked for: it finds names, and what else is wanted is picked from them, since its lists are short. */
export function nameFilter({ name, nameContains }: Pick<ListState, "name" | "nameContains">) {
  if (name !== undefined) return { profileName: { eq: name } };
  return nameContains === undefined ? {} : { profileName: { contains: nameContains, ignoreCase: true } };
}

/** The versions that are wanted, of the profiles that Palette listed. */
export function wantedVersions(listed: readonly ListedProfile[], config: ListState): Partial<ListState> {
  const { name, nameContains, tag, version, latest = false, context = "project" } = config;
  const part = nameContains?.toLowerCase();
  const isIn = version === undefined ? () => true : inRange(version);
  const rows = [...byName(listed.filter(({ scope }) => scope === undefined || scope === context))]
    .filter(
      ([each]) => (name === undefined || each === name) && (part === undefined || each.toLowerCase().includes(part)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([each, shown]) => {
      const versions = versionsOf(shown);
      const newest = shown.find(({ uid }) => uid === versions.at(-1)?.uid);
      if (tag !== undefined && !hasTag(newest?.labels ?? {}, tag)) return [];
      const wanted = versions.filter((it) => isIn(it.version));
      return (latest ? wanted.slice(-1) : wanted).map((it) => ({ ...it, name: each }));
    });
  return {
    ids: rows.map(({ uid }) => uid),
    names: rows.map((row) => row.name),
    versions: rows.map((row) => row.version),
    idsByName: latest ? Object.fromEntries(rows.map((row) => [row.name, row.uid])) : undefined,
  };
}

function byName(listed: readonly ListedProfile[]): Map<string, ListedProfile[]> {
  const found = new Map<string, ListedProfile[]>();
  for (const each of listed) found.set(each.name, [...(found.get(each.name) ?? []), each]);
  return found;
}

function versionsOf(shown: readonly ListedProfile[]): { uid: string; version: string }[] {
  const found = new Map<string, string>();
  for (const { uid, version, versions } of shown) {
    for (const it of versions) if (it.uid && it.version) found.set(it.uid, it.version);
    found.set(uid, version);
  }
  return [...found]
    .map(([uid, version]) => ({ uid, version }))
    .sort((a, b) => versionCompare(a.version, b.version) || (a.uid < b.uid ? -1 : 1));
}
