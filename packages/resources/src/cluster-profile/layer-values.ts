import type { At } from "@palette-profiles/palette-api";
import type { Lookups } from "../lookups";
import type { ClusterProfileState } from "./attributes";
import { isUnlisted, packName, type WrittenLayer } from "./layer";

/** What Palette is sent for a layer that does not give its whole values: the pack's own. */
export async function ownValues(lookups: Lookups, at: At, layer: WrittenLayer): Promise<string> {
  if (layer.uid === undefined || layer.registryUid === undefined) return "";
  if (await isUnlisted(lookups, at, layer, layer.registryUid)) return "";
  const versions = await lookups.packVersions(at, packName(layer.name), layer.registryUid);
  return versions?.packValues?.find((each) => each.packUid === layer.uid)?.values ?? "";
}

/** The profile as Palette is sent it: every layer of a pack with its whole values. */
export async function withOwnValues(lookups: Lookups, at: At, it: ClusterProfileState): Promise<ClusterProfileState> {
  const packs = (it.packs ?? []).map(async (layer) =>
    layer.values !== undefined || layer.type === "manifest"
      ? layer
      : { ...layer, values: await ownValues(lookups, at, layer) },
  );
  return { ...it, packs: await Promise.all(packs) };
}
