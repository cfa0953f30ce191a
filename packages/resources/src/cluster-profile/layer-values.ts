import type { At } from "@palette-profiles/palette-api";
import { mergeYaml, YamlMergeError } from "@palette-profiles/profiles";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Lookups } from "../lookups";
import type { ClusterProfileState, LayerState } from "./attributes";
import { isUnlisted, packName, type WrittenLayer } from "./layer";

/** What Palette is sent for a layer that does not give its whole values: the pack's own. */
export async function ownValues(lookups: Lookups, at: At, layer: WrittenLayer): Promise<string> {
  if (layer.uid === undefined || layer.registryUid === undefined) return "";
  if (await isUnlisted(lookups, at, layer, layer.registryUid)) return "";
  const versions = await lookups.packVersions(at, packName(layer.name), layer.registryUid);
  return versions?.packValues?.find((each) => each.packUid === layer.uid)?.values ?? "";
}

/**
 * The pack's own values with the layer's overrides laid over them, where it has some.
 * @throws {DiagnosticError} `CannotOverride`, with what to do.
 */
export function overlaid(own: string, layer: Pick<LayerState, "name" | "tag" | "overrides">): string {
  if (layer.overrides === undefined) return own;
  try {
    return mergeYaml(own, layer.overrides).text;
  } catch (error) {
    if (!(error instanceof YamlMergeError)) throw error;
    throw cannotOverride(layer, error);
  }
}

export function cannotOverride(layer: Pick<LayerState, "name" | "tag">, error: YamlMergeError): DiagnosticError {
  const [what, advice] =
    error.side === "overrides"
      ? ["its overrides cannot be used", "Write a map of the keys to change."]
      : [
          `the default values of ${layer.tag ?? "the pack"} cannot be overridden`,
          "Give the layer whole values instead.",
        ];
  return new DiagnosticError({
    code: "CannotOverride",
    path: ["overrides"],
    summary: "The overrides cannot be laid over the pack's values",
    detail: `Layer "${layer.name}": ${what}: ${error.message}. ${advice}`,
  });
}

/** The profile as Palette is sent it: every layer of a pack with its whole values. */
export async function withOwnValues(lookups: Lookups, at: At, it: ClusterProfileState): Promise<ClusterProfileState> {
  const packs = (it.packs ?? []).map(async ({ overrides, ...layer }): Promise<LayerState> => {
    if (layer.values !== undefined || layer.type === "manifest") return layer;
    return { ...layer, values: overlaid(await ownValues(lookups, at, layer), { ...layer, overrides }) };
  });
  return { ...it, packs: await Promise.all(packs) };
}
