import type { V1PackPreset, V1PackSchema, V1PackType } from "@palette-profiles/palette-api";
import type { PackSource } from "../pack-folder";
import { parsePresets, parseSchema } from "../pack-schema";
import { digestOf, uidOf } from "../uid";
import { compareVersions } from "../versions";
import type { Registry } from "./registries";

/** A pack of a registry. */
export interface Pack extends Omit<PackSource, "presets" | "schema"> {
  uid: string;
  registryUid: string;
  type: V1PackType;
  digest: string;
  /** As it was read. */
  source: PackSource;
  presets(): V1PackPreset[];
  schema(): V1PackSchema[];
}

/** The packs of all registries, read from folders at the start and held in memory. */
export interface PackStore {
  /** Adds packs to a registry; one with the name and version of another takes its place. */
  add(registry: Registry, sources: readonly PackSource[]): void;
  byUid(uid: string): Pack | undefined;
  /** The versions of a pack in one registry, or in all of them, the newest first. */
  versionsOf(name: string, registryUid?: string): Pack[];
  /** All packs, by name and then with the newest first. */
  all(): Pack[];
}

export function createPackStore(): PackStore {
  const packs = new Map<string, Pack>();
  const sorted = (list: Pack[]) =>
    list.sort((a, b) => a.name.localeCompare(b.name, "en") || compareVersions(b.version, a.version));
  return {
    add(registry, sources) {
      for (const source of sources) {
        const pack = toPack(registry, source);
        packs.set(pack.uid, pack);
      }
    },
    byUid: (uid) => packs.get(uid),
    versionsOf(name, registryUid) {
      const ofName = [...packs.values()].filter((pack) => pack.name === name);
      return sorted(registryUid === undefined ? ofName : ofName.filter((pack) => pack.registryUid === registryUid));
    },
    all: () => sorted([...packs.values()]),
  };
}

function toPack(registry: Registry, source: PackSource): Pack {
  return {
    ...source,
    source,
    uid: uidOf("pack", registry.uid, source.name, source.version),
    registryUid: registry.uid,
    type: registry.kind === "pack" ? "spectro" : registry.kind,
    digest: digestOf(source.values),
    presets: once(() => parsePresets(source.presets)),
    schema: once(() => parseSchema(source.schema)),
  };
}

/** Most packs' presets and constraints are never asked for, so they are parsed at the first question. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
