import type { At, V1PackTagEntity } from "@palette-profiles/palette-api";
import { isTrain, versionCompare } from "@palette-profiles/profiles";
import { DiagnosticError, type Path } from "@palette-profiles/resource-kit";
import { isUnlisted, packIn, resolveLayer, resolveRegistry, type WrittenLayer } from "../cluster-profile/layer";
import type { Lookups } from "../lookups";
import type { TierState } from "./attributes";

/** What tells one pack of one registry from every other. */
export type TierIdentity = Pick<TierState, "sourceAppTier" | "tag" | "registryUid" | "registryName">;

/** A tier as the user wrote it, as far as its pack follows from that, all of it known. */
export type WrittenTier = Pick<TierState, "name" | "type" | "packName"> & TierIdentity;

/** The pack or chart of a tier: what it names, else `container` for a container, else the tier's own name. */
export function packOfTier({ name, type, packName }: Pick<TierState, "name" | "type" | "packName">): string {
  return packName || (type === "container" ? "container" : name);
}

/**
 * Finds the pack of a tier: its registry, its uid and its tag, each following from what the user wrote and from nothing
 * else, so that a new tag never keeps an old uid.
 * @throws {DiagnosticError} with a path within the tier, the wrong value and the nearest names.
 */
export async function resolveTier(lookups: Lookups, at: At, tier: WrittenTier): Promise<TierIdentity> {
  if (tier.type === "manifest") return {};
  try {
    const layer = layerOf(tier);
    const tag = tier.tag ?? (tier.sourceAppTier === undefined ? await newestTag(lookups, at, layer) : undefined);
    const { uid, ...found } = await resolveLayer(lookups, at, { ...layer, tag });
    agreedTag(tier, found.resolvedTag);
    if (uid === undefined && packOfTier(tier) !== tier.name) throw unlistedName(tier);
    return {
      sourceAppTier: uid,
      tag: found.tag,
      registryUid: found.registryUid,
      registryName: found.registryName,
    };
  } catch (error) {
    if (error instanceof DiagnosticError) throw inWordsOfTiers(error, tier);
    throw error;
  }
}

/** What Palette knows of a tier's pack; nothing of a chart in a registry that it does not synchronise. */
export async function packBehind(lookups: Lookups, at: At, tier: WrittenTier): Promise<V1PackTagEntity | undefined> {
  const { sourceAppTier, registryUid } = tier;
  if (tier.type === "manifest" || sourceAppTier === undefined) return undefined;
  if (registryUid !== undefined && !(await isUnlisted(lookups, at, layerOf(tier), registryUid))) {
    const pack = await lookups.packVersions(at, packOfTier(tier), registryUid);
    if (pack?.packValues?.some((each) => each.packUid === sourceAppTier)) return pack;
  }
  return lookups.pack(at, sourceAppTier);
}

/** What Palette is sent for a tier that does not give its values: the pack's own. */
export async function ownTierValues(lookups: Lookups, at: At, tier: WrittenTier): Promise<string> {
  const pack = await packBehind(lookups, at, tier);
  return pack?.packValues?.find((each) => each.packUid === tier.sourceAppTier)?.values ?? "";
}

/** Services and containers are packs as any other; where it lies does not matter to Palette. */
function layerOf(tier: WrittenTier): WrittenLayer {
  return {
    name: packOfTier(tier),
    type: tier.type === "helm" ? "helm" : "spectro",
    uid: tier.sourceAppTier,
    tag: tier.tag,
    registryUid: tier.registryUid,
    registryName: tier.registryName,
    called: `Tier "${tier.name}"`,
  };
}

async function newestTag(lookups: Lookups, at: At, layer: WrittenLayer): Promise<string | undefined> {
  const registry = await resolveRegistry(lookups, at, layer);
  const { tags } = await packIn(lookups, at, layer.name, registry);
  return (tags ?? []).flatMap(({ version }) => version ?? []).sort((a, b) => versionCompare(b, a))[0];
}

/** Both may be written, but must mean one version. */
function agreedTag({ name, tag, sourceAppTier }: WrittenTier, version: string | undefined): void {
  if (sourceAppTier === undefined || tag === undefined || version === undefined) return;
  if (version === tag || isTrain(tag)) return;
  throw new DiagnosticError({
    code: "TagOfAnotherPack",
    path: ["tag"],
    summary: "The tag is not that of the pack",
    detail: `Tier "${name}": tag is "${tag}", but source_app_tier "${sourceAppTier}" is version "${version}". Leave source_app_tier out: it follows from registry, pack name and tag.`,
  });
}

/** Palette is told a chart by its uid, which such a chart has not, or else by the tier's name. */
function unlistedName(tier: WrittenTier): DiagnosticError {
  return new DiagnosticError({
    code: "UnlistedPackName",
    path: ["packName"],
    summary: "The chart cannot go by another name than its tier",
    detail: `Tier "${tier.name}": its registry is one that Palette does not synchronise, so that the chart "${packOfTier(tier)}" is known by the tier's name alone. Name the tier "${packOfTier(tier)}".`,
  });
}

function inWordsOfTiers(error: DiagnosticError, tier: WrittenTier): DiagnosticError {
  const { code, summary, message } = error;
  const words: Record<string, string> = {
    uid: "sourceAppTier",
    name: tier.packName === undefined ? "name" : "packName",
  };
  const path: Path | undefined = error.path?.map((part) => (typeof part === "string" ? (words[part] ?? part) : part));
  const detail =
    code === "UnknownPack" && error.path?.[0] === "uid" ? message.replace("uid out", "source_app_tier out") : message;
  const advice =
    code === "UnknownPack" && error.path?.[0] === "name" && tier.packName === undefined && tier.type !== "container"
      ? ` Tier "${tier.name}" is taken for the name of its pack: where that is another, give it with pack_name.`
      : "";
  return new DiagnosticError({ code, summary, detail: `${detail}${advice}`, ...(path === undefined ? {} : { path }) });
}
