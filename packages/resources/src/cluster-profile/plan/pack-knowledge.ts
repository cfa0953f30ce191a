import type { V1PackTagEntity } from "@palette-profiles/palette-api";
import type { LayerKind, PackConstraint, PackKnowledge, PackState } from "@palette-profiles/profiles";
import { isObject } from "@palette-profiles/resource-kit";

const STATES: readonly PackState[] = ["deprecated", "disabled", "deleted"];
const CONSTRAINT_TYPES: readonly PackConstraint["type"][] = ["required", "optional", "notSupported", "upgrade"];

/** What Palette tells of one version of a pack; undefined where the version is not among those it tells of. */
export function knowledgeOf(pack: V1PackTagEntity, uid: string): PackKnowledge | undefined {
  const tag = pack.tags?.find((each) => each.packUid === uid);
  const own = pack.packValues?.find((each) => each.packUid === uid);
  if (tag?.version === undefined || own === undefined) return undefined;
  // Seen in real packs: "system_state": "deprecated".
  const written = own.annotations?.system_state?.toLowerCase();
  const state = STATES.find((each) => each === written);
  return {
    name: pack.name ?? "",
    version: tag.version,
    layer: layerOf(pack) ?? "addon",
    cloudTypes: pack.cloudTypes ?? [],
    ...(state === undefined ? {} : { state }),
    constraints: (own.dependencies ?? []).flatMap(constraintOf),
    schema: (own.schema ?? []).flatMap(({ name, ...rule }) => (name ? { name, ...rule } : [])),
    presets: (own.presets ?? []).flatMap(({ name, group = "" }) => (name ? { name, group } : [])),
    values: own.values ?? "",
  };
}

export function layerOf(pack: V1PackTagEntity): LayerKind | undefined {
  return pack.layer;
}

/**
 * The API's description of a dependency has no range and no type; where Palette tells them nonetheless, as the embedded
 * server does with the words of `pack.json`, they are taken.
 */
function constraintOf(told: unknown): PackConstraint[] {
  if (!isObject(told)) return [];
  const text = (name: string): string | undefined => {
    const value = told[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const type = CONSTRAINT_TYPES.find((each) => each === told.type);
  const packName = text("packName") ?? text("name");
  if (type === undefined || packName === undefined) return [];
  const [layer, minVersion, maxVersion] = [text("layer"), text("minVersion"), text("maxVersion")];
  return [
    {
      packName,
      type,
      ...(layer === undefined ? {} : { layer: layer as LayerKind }),
      ...(minVersion === undefined ? {} : { minVersion }),
      ...(maxVersion === undefined ? {} : { maxVersion }),
    },
  ];
}
