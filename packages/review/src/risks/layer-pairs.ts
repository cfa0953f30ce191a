import {
  type AppProfileModel,
  type DeepFields,
  type LayerKind,
  type LayerModel,
  layersByKey,
  type ProfileChange,
  type ProfileModel,
  packNameOf,
  type TierModel,
  tiersByKey,
} from "@palette-profiles/profiles";
import type { AnyProfile, Kind } from "../model";
import { layerKindOf } from "./layer-kinds";

/**
 * A layer, or a tier of an app profile, as far as it is known: texts that are not known are missing, and so are tags and registries
 * that are marked as sensitive, since findings tell them.
 */
export interface RiskLayer {
  name: string;
  /** The pack or chart behind the name: `wordpress` for a layer `blog--wordpress`. */
  pack: string;
  /** Which part of a cluster it is, where the pack's name tells. */
  kind?: LayerKind;
  type?: string;
  tag?: string;
  registryName?: string;
  registryUid?: string;
  uid?: string;
  values?: string;
  overrides?: string;
  manifests: { name: string; content?: string }[];
}

/** The same layer before and after; without one of them it comes or goes. */
export interface LayerPair {
  /** What changes call it. */
  key: string;
  before?: RiskLayer;
  after?: RiskLayer;
}

/** The layers of both sides, brought together as the changes say, in the order of the old ones and then of those that are new. */
export function layerPairs(
  kind: Kind,
  before: AnyProfile | undefined,
  after: AnyProfile | undefined,
  changes: readonly ProfileChange[],
): LayerPair[] {
  const left = layersOf(kind, before);
  const right = layersOf(kind, after);
  const renames = new Map(
    changes.flatMap((change) => (change.kind === "rename" && isLayer(change) ? [[change.layer, change.after]] : [])),
  );
  const pairs = [...left].map(([key, layer]): LayerPair => {
    const name = (renames.get(key) as string | undefined) ?? key;
    const successor = right.get(name);
    right.delete(name);
    return { key, before: layer, ...(successor === undefined ? {} : { after: successor }) };
  });
  return [...pairs, ...[...right].map(([key, layer]) => ({ key, after: layer }))];
}

function isLayer({ layer, manifest, path }: ProfileChange): boolean {
  return layer !== undefined && manifest === undefined && path === "";
}

function layersOf(kind: Kind, profile: AnyProfile | undefined): Map<string, RiskLayer> {
  if (profile === undefined || typeof profile === "symbol") return new Map();
  const layers =
    kind === "app"
      ? tiersByKey((profile as DeepFields<AppProfileModel>).tiers)
      : layersByKey((profile as DeepFields<ProfileModel>).packs);
  return new Map([...layers].map(([key, layer]) => [key, riskLayer(kind, key, layer)]));
}

const TOLD = ["type", "tag", "registryName", "registryUid", "uid"] as const;
const TEXTS = ["values", "overrides"] as const;

function riskLayer(kind: Kind, key: string, fields: DeepFields<LayerModel> & DeepFields<TierModel>): RiskLayer {
  const name = typeof fields.name === "string" ? fields.name : key;
  const pack = (kind === "app" ? packNameOf(fields) : undefined) ?? name.split("--").at(-1)!;
  const part = layerKindOf(pack);
  const layer: RiskLayer = { name, pack, ...(part === undefined ? {} : { kind: part }), manifests: [] };
  const marked: readonly unknown[] = Array.isArray(fields.sensitive) ? fields.sensitive : [];
  for (const field of TOLD)
    if (typeof fields[field] === "string" && !marked.includes(field)) layer[field] = fields[field];
  for (const field of TEXTS) if (typeof fields[field] === "string") layer[field] = fields[field];
  if (Array.isArray(fields.manifests)) layer.manifests = fields.manifests.flatMap(manifestOf);
  return layer;
}

function manifestOf(manifest: unknown): RiskLayer["manifests"] {
  if (manifest === null || typeof manifest !== "object") return [];
  const { name, content } = manifest as { name?: unknown; content?: unknown };
  return typeof name === "string" ? [{ name, ...(typeof content === "string" ? { content } : {}) }] : [];
}
