import type { MergeConflict } from "@palette-profiles/profiles";
import { overlaid } from "../cluster-profile/layer-values";
import type { SystemLayerState } from "./attributes";
import { type LiveLayer, type LiveManifest, type LiveSystemProfile, layerNamed } from "./live";
import type { LayerMemory, Memory, Remembered } from "./memory";
import { type MergedPart, mergePart, mergeTags, type Wish } from "./merge-part";

/** Where in a layer: one of its attributes, or one of its manifests. */
export type Part = "tag" | "values" | { manifest: string };

export interface LayerChange {
  layer: LiveLayer;
  part: Part;
  /** Paths within the part; none where it is one value. */
  paths: string[];
}

export interface LayerConflict extends MergeConflict {
  layer: string;
  part: Part;
}

export interface MergedProfile {
  /** Every layer of the profile as it should be. */
  layers: LiveLayer[];
  changes: LayerChange[];
  conflicts: LayerConflict[];
  memory: Memory;
}

/** A layer as a program says it, all of it known. */
export type WrittenLayer = Omit<SystemLayerState, "effectiveTag" | "effectiveValues">;

/**
 * The profile as it should be: what Palette holds, with what the program says on it. A layer that the program says nothing
 * of any more goes back to Palette's own; one that it never named stays.
 */
export function mergeProfile(live: LiveSystemProfile, memory: Memory, written: readonly WrittenLayer[]): MergedProfile {
  const result: MergedProfile = { layers: [], changes: [], conflicts: [], memory: {} };
  const wishes = new Map(written.map((layer) => [layerNamed(live.layers, layer.name), layer]));
  const remembered = new Map(Object.entries(memory).map(([name, it]) => [layerNamed(live.layers, name), it]));
  const memories: Record<string, LayerMemory> = {};
  for (const layer of live.layers) {
    const wish = wishes.get(layer);
    const before = remembered.get(layer);
    if (wish === undefined && before === undefined) {
      result.layers.push(layer);
      continue;
    }
    const merged = mergeLayer(layer, before ?? {}, wish, result);
    result.layers.push(merged.layer);
    // Of a layer that the program has let go of, there is nothing to remember.
    if (wish !== undefined) memories[wish.name] = merged.memory;
  }
  return { ...result, memory: memories };
}

function mergeLayer(
  live: LiveLayer,
  before: LayerMemory,
  wish: WrittenLayer | undefined,
  told: Pick<MergedProfile, "changes" | "conflicts">,
): { layer: LiveLayer; memory: LayerMemory } {
  const overwrite = wish?.overwrite ?? [];
  const take = (part: Part, merged: MergedPart): MergedPart => {
    if (merged.own.length > 0) told.changes.push({ layer: live, part, paths: merged.own });
    const name = wish?.name ?? live.name;
    told.conflicts.push(...merged.conflicts.map((conflict) => ({ ...conflict, layer: name, part })));
    return merged;
  };
  const layer = { ...live };
  const memory: LayerMemory = {};
  const tagWish = wish?.tag === undefined ? undefined : { whole: wish.tag };
  if (tagWish !== undefined || before.tag !== undefined) {
    const tag = take("tag", mergePart(before.tag, live.tag, tagWish, overwrite, mergeTags));
    layer.tag = tag.text;
    memory.tag = tag.memory;
  }
  const wished = valuesWish(wish);
  if (wished !== undefined || before.values !== undefined) {
    const values = take("values", mergePart(before.values, live.values, wished, overwrite));
    layer.values = values.text;
    memory.values = values.memory;
  }
  const manifests = new Map<string, Remembered>();
  layer.manifests = live.manifests.map((manifest): LiveManifest => {
    const content = wish?.manifests?.find(({ name }) => name === manifest.name)?.content;
    const known = before.manifests?.[manifest.name];
    if (content === undefined && known === undefined) return manifest;
    const contentWish = content === undefined ? undefined : { whole: content };
    const paths = overwrite.flatMap((path) =>
      path.startsWith(`${manifest.name}: `) ? [path.slice(manifest.name.length + 2)] : [],
    );
    const merged = take({ manifest: manifest.name }, mergePart(known, manifest.content, contentWish, paths));
    manifests.set(manifest.name, merged.memory);
    return { ...manifest, content: merged.text };
  });
  if (manifests.size > 0) memory.manifests = Object.fromEntries(manifests);
  return { layer, memory };
}

/** What a layer says of its values. */
export function valuesWish(wish: WrittenLayer | undefined): Wish {
  if (wish?.values !== undefined) return { whole: wish.values };
  return wish?.overrides === undefined ? undefined : { laidOver: (base) => overlaid(base, wish) };
}
