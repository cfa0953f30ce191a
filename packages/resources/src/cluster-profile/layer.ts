import type { At, V1PackTagEntity, V1RegistryMetadata } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import { DiagnosticError, type Path } from "@palette-profiles/resource-kit";
import { type Lookups, suggest } from "../lookups";
import type { LayerState } from "./attributes";

/** What tells one pack of one registry from every other. */
export type LayerIdentity = Pick<LayerState, "uid" | "tag" | "resolvedTag" | "registryUid" | "registryName">;

/** A layer as the user wrote it, all of it known. */
export type WrittenLayer = Pick<LayerState, "name" | "type" | "uid" | "tag" | "registryUid" | "registryName"> & {
  /** What people call it, where that is not the pack's name: `Tier "db"`. */
  called?: string;
};

/**
 * Finds the pack of a layer: its registry, its uid and its tag, each following from what the user wrote and from nothing
 * else, so that a new tag never keeps an old uid.
 * @throws {DiagnosticError} with a path within the layer, the wrong value and the nearest names.
 */
export async function resolveLayer(lookups: Lookups, at: At, layer: WrittenLayer): Promise<LayerIdentity> {
  if (layer.type === "manifest") return {};
  if (layer.uid !== undefined) return byUid(lookups, at, layer, layer.uid);
  const registry = await resolveRegistry(lookups, at, layer);
  const found = { registryUid: registry.uid, registryName: registry.name };
  if (await isUnlisted(lookups, at, layer, registry.uid ?? ""))
    return { ...found, tag: layer.tag, resolvedTag: layer.tag };
  const pack = packName(layer.name);
  const versions = await packIn(lookups, at, pack, registry);
  const uid = versionUid(versions, pack, layer.tag ?? "", registry, layer.called);
  return { ...found, tag: layer.tag, resolvedTag: versions.tags?.find((each) => each.packUid === uid)?.version, uid };
}

/** Of a registry that Palette does not synchronise, a chart's or pack's name and version are taken as they are written. */
export async function isUnlisted(
  lookups: Lookups,
  at: At,
  layer: Pick<WrittenLayer, "name" | "type">,
  registryUid: string,
): Promise<boolean> {
  if (layer.type === "helm") return !(await lookups.helmSynced(at, registryUid));
  if (layer.type !== "oci") return false;
  if ((await lookups.packVersions(at, packName(layer.name), registryUid)) !== undefined) return false;
  return !(await lookups.ociSynced(at, registryUid));
}

/** `blog--wordpress` is the pack `wordpress` under another name (official provider, "alias--pack"). */
export function packName(layerName: string): string {
  return layerName.split("--").at(-1) ?? layerName;
}

async function byUid(lookups: Lookups, at: At, layer: WrittenLayer, uid: string): Promise<LayerIdentity> {
  const pack = await lookups.pack(at, uid);
  if (pack === undefined) {
    throw new DiagnosticError({
      code: "UnknownPack",
      path: ["uid"],
      summary: `There is no pack with the uid "${uid}"`,
      detail: `${calling(layer)}: Palette has no pack with the uid "${uid}". Leave uid out: it follows from registry, name and tag.`,
    });
  }
  const registry = (await lookups.registries(at)).find((each) => each.uid === pack.registryUid);
  const version = pack.tags?.find((each) => each.packUid === uid)?.version;
  return {
    uid,
    tag: layer.tag ?? version,
    resolvedTag: version,
    registryUid: pack.registryUid,
    registryName: registry?.name,
  };
}

/** The registry that a layer names, or else the only one that has its pack. */
export async function resolveRegistry(
  lookups: Lookups,
  at: At,
  layer: Pick<WrittenLayer, "name" | "called" | "registryName" | "registryUid"> & { type?: WrittenLayer["type"] },
): Promise<V1RegistryMetadata> {
  const known = await lookups.registries(at);
  const wanted = layer.registryName ?? layer.registryUid;
  if (wanted !== undefined) {
    const byName = layer.registryName !== undefined;
    const found = known.find((each) => (byName ? each.name : each.uid) === wanted);
    if (found !== undefined) return agreed(layer, found);
    throw new DiagnosticError({
      code: "UnknownRegistry",
      path: [byName ? "registryName" : "registryUid"],
      summary: `There is no registry "${wanted}"`,
      detail: `${calling(layer)}: Palette has no registry "${wanted}".${suggest(wanted, byName ? known.flatMap((each) => each.name ?? []) : [])}`,
    });
  }
  const pack = packName(layer.name);
  const holders = (await lookups.packNames(at)).find((each) => each.name === pack)?.registryUids ?? [];
  if (holders.length === 0) throw await unknownPack(lookups, at, pack, undefined, layer.type);
  const found = known.filter((each) => holders.includes(each.uid ?? ""));
  if (found.length === 1) return found[0]!;
  throw new DiagnosticError({
    code: "AmbiguousRegistry",
    path: ["registryName"],
    summary: `The pack "${pack}" is in ${found.length} registries`,
    detail: `${calling(layer)}: say which one with registry_name: ${found.map((each) => `"${each.name}"`).join(", ")}.`,
  });
}

function calling({ called, name }: Pick<WrittenLayer, "name" | "called">): string {
  return called ?? `Layer "${name}"`;
}

/** Both may be written, as Terraform does under `ignore_changes` and when it generates a config, but must mean one registry. */
function agreed(
  layer: Pick<WrittenLayer, "name" | "called" | "registryUid">,
  found: V1RegistryMetadata,
): V1RegistryMetadata {
  if (layer.registryUid === undefined || layer.registryUid === found.uid) return found;
  throw new DiagnosticError({
    code: "TwoRegistries",
    path: ["registryUid"],
    summary: "Two registries are named",
    detail: `${calling(layer)}: registry_name "${found.name}" is the registry ${found.uid}, but registry_uid is "${layer.registryUid}". Leave one of them out.`,
  });
}

/** A pack with its versions, from a registry. */
export async function packIn(
  lookups: Lookups,
  at: At,
  pack: string,
  registry: V1RegistryMetadata,
): Promise<V1PackTagEntity> {
  const versions = await lookups.packVersions(at, pack, registry.uid ?? "");
  if (versions !== undefined && (versions.tags ?? []).length > 0) return versions;
  throw await unknownPack(lookups, at, pack, registry);
}

async function unknownPack(
  lookups: Lookups,
  at: At,
  pack: string,
  registry: V1RegistryMetadata | undefined,
  type?: WrittenLayer["type"],
): Promise<DiagnosticError> {
  const all = await lookups.packNames(at);
  const there = all.filter((each) => registry === undefined || each.registryUids.includes(registry.uid ?? ""));
  const unlisted =
    type === "helm" || type === "oci"
      ? " Where its registry is private and Palette does not synchronise it, name the registry with registry_name."
      : "";
  const where = registry === undefined ? "No registry has" : `The registry "${registry.name}" does not have`;
  return new DiagnosticError({
    code: "UnknownPack",
    path: ["name"],
    summary: `There is no pack "${pack}"`,
    detail: `${where} a pack "${pack}".${suggest(
      pack,
      there.map((each) => each.name),
    )}${unlisted}`,
  });
}

/** The uid of a pack's version: exactly that one, else the newest of that train. */
export function versionUid(
  pack: V1PackTagEntity,
  name: string,
  tag: string,
  registry: V1RegistryMetadata,
  called = `Layer "${name}"`,
): string {
  const tags = pack.tags ?? [];
  const newestFirst = [...tags].sort((a, b) => versionCompare(b.version ?? "", a.version ?? ""));
  const found =
    newestFirst.find((each) => each.version === tag) ?? newestFirst.find((each) => each.parentTags?.includes(tag));
  if (found?.packUid !== undefined) return found.packUid;
  const versions = newestFirst.flatMap((each) => each.version ?? []);
  throw new DiagnosticError({
    code: "UnknownTag",
    path: ["tag"],
    summary: `The pack "${name}" has no version "${tag}"`,
    detail: `${called}: the registry "${registry.name}" has no version "${tag}" of it.${suggest(tag, versions) || ` The newest are: ${versions.slice(0, 5).join(", ")}.`}`,
  });
}

/** Where in the resource a problem within a layer is. */
export function inLayer(index: number, path: Path | undefined): Path {
  return ["packs", index, ...(path ?? [])];
}
