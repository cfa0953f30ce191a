import type { V1PackLayer } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { invalid, type PaletteError } from "../errors";
import type { Pack } from "../store/packs";
import { findRegistry, type Registry } from "../store/registries";
import { uidOf } from "../uid";
import { isTrain, resolveTag } from "../versions";
import type { PackInput } from "./pack-input";

/** Which pack of which registry a layer stands for. */
export interface ResolvedPack {
  packUid: string;
  registryUid: string;
  version: string;
  layer: V1PackLayer;
}

/**
 * Finds the pack by registry, name and tag. The uid is a hint only: clients are known to send the one the layer had
 * before its tag changed, or that of another layer.
 */
export function resolvePack(backend: Backend, input: PackInput): ResolvedPack {
  const registry = input.registryUid === "" ? undefined : registryOf(backend, input);
  const name = packName(input.name);
  const versions = backend.packs.versionsOf(name, registry?.uid);
  if (versions.length === 0) {
    if (registry && isUnlisted(backend, registry)) return unlistedPack(registry, input);
    throw unknownPack(input, registry);
  }
  const hinted = versions.find((pack) => pack.uid === input.uid);
  const candidates =
    registry || !hinted ? versions : versions.filter((pack) => pack.registryUid === hinted.registryUid);
  const pack = input.tag === "" ? hinted : atTag(candidates, input.tag);
  if (!pack) throw unknownTag(input, candidates);
  const rivals = candidates.filter((other) => other.version === pack.version && other.registryUid !== pack.registryUid);
  if (rivals.length > 0) {
    throw invalid("PackAmbiguous", `${describe(input)} is in more than one registry: give its registryUid`);
  }
  return { packUid: pack.uid, registryUid: pack.registryUid, version: pack.version, layer: pack.layer };
}

/** `alias--pack` is a second layer of the pack `pack` under a name of its own. */
function packName(name: string): string {
  return name.split("--").at(-1)!;
}

function registryOf(backend: Backend, input: PackInput): Registry {
  const registry = findRegistry(backend.db, input.registryUid);
  if (!registry) {
    throw invalid(
      "RegistryNotFound",
      `The pack "${input.name}" names an unknown registry: uid "${input.registryUid}"`,
      {
        pack: input.name,
        registryUid: input.registryUid,
      },
    );
  }
  return registry;
}

function atTag(packs: readonly Pack[], tag: string): Pack | undefined {
  const versions = packs.map((pack) => pack.version);
  const version = resolveTag(tag, versions);
  return packs.find((pack) => pack.version === version);
}

/** Charts of a Helm or OCI registry that does not list its content are taken at the client's word. */
function isUnlisted(backend: Backend, registry: Registry): boolean {
  return registry.kind !== "pack" && !backend.packs.all().some((pack) => pack.registryUid === registry.uid);
}

function unlistedPack(registry: Registry, input: PackInput): ResolvedPack {
  if (input.tag === "" || isTrain(input.tag)) {
    throw invalid(
      "PackTagNotFound",
      `The pack "${input.name}" needs an exact tag: its registry does not list versions`,
      {
        pack: input.name,
      },
    );
  }
  const packUid = uidOf("pack", registry.uid, packName(input.name), input.tag);
  return { packUid, registryUid: registry.uid, version: input.tag, layer: "addon" };
}

function describe(input: PackInput): string {
  return `The pack "${input.name}"${input.tag === "" ? "" : ` ${input.tag}`}`;
}

function unknownPack(input: PackInput, registry: Registry | undefined): PaletteError {
  const where = registry ? `in the registry "${registry.name}"` : "in any registry";
  return invalid("PackNotFound", `${describe(input)} is not ${where}`, { pack: input.name, tag: input.tag });
}

function unknownTag(input: PackInput, packs: readonly Pack[]): PaletteError {
  const known = packs.map((pack) => pack.version);
  const what = input.tag === "" ? "needs a tag" : `has no tag "${input.tag}"`;
  return invalid("PackTagNotFound", `The pack "${input.name}" ${what}; there are ${known.join(", ")}`, {
    pack: input.name,
    tag: input.tag,
    tags: known,
  });
}
