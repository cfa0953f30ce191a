import { type DeepFields, type LayerModel, layersByKey, type TierModel, tiersByKey } from "@palette-profiles/profiles";
import type { AnyProfile, ReviewInput, Risk } from "../model";

type Layer = DeepFields<LayerModel | TierModel>;
type Marked = { sensitive?: unknown };

const TEXTS = ["values", "overrides", "content"];

/**
 * Whether a risk lies in a layer of which an engine has marked a text as a whole, so that no place in it may be told by what stands
 * there. Rules see what is marked, and may find something beside it.
 */
export function markedLayerTest({ resources }: ReviewInput): (risk: Risk) => boolean {
  const marked = new Set(
    resources.flatMap(({ stack, address, before, after, base }) =>
      [before, after, base].flatMap(markedLayers).map((layer) => JSON.stringify([stack, address, layer])),
    ),
  );
  return ({ stack, address, layer }) => marked.size > 0 && marked.has(JSON.stringify([stack, address, layer]));
}

/** The layers' keys, as changes have them. */
function markedLayers(profile: AnyProfile | undefined): string[] {
  if (profile === undefined || typeof profile === "symbol") return [];
  const { packs, tiers } = profile as { packs?: Layer[]; tiers?: Layer[] };
  if (![packs, tiers].some((list) => Array.isArray(list) && list.some(isMarked))) return [];
  const layers: Iterable<[string, Layer]> = [...layersByKey(packs), ...tiersByKey(tiers)];
  return [...layers].flatMap(([key, layer]) => (isMarked(layer) ? [key] : []));
}

function isMarked(layer: Layer): boolean {
  const texts: Marked[] = [layer, ...(Array.isArray(layer.manifests) ? (layer.manifests as Marked[]) : [])];
  return texts.some(({ sensitive }) => Array.isArray(sensitive) && TEXTS.some((name) => sensitive.includes(name)));
}
