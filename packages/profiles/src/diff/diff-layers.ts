import type { LayerModel, ManifestModel } from "../model/profile";
import { type DeepFields, knownText } from "../model/unknown";
import { alignByKey } from "./align";
import { hideMarked, type Owner, type ProfileChange } from "./changes";
import { contentLikeness } from "./content-likeness";
import { diffTexts } from "./diff-texts";
import type { LayerShape } from "./layer-shape";
import { uniqueKeys } from "./unique-keys";

type Layer = DeepFields<LayerModel>;
type Manifest = DeepFields<ManifestModel>;

/** What the layers' diff adds to. */
export interface DiffSink {
  changes: ProfileChange[];
  formattingOnly: string[];
}

/** Layers and tiers are known by name, so that inserting one is one change. */
export function diffLayers<T extends Layer>(before: T[], after: T[], sink: DiffSink, shape: LayerShape<T>): void {
  const keyOf = uniqueKeys<T>([before, after], shape.keyOf);
  const found = alignByKey(before, after, keyOf, shape.likeness);
  for (const { item, at } of found.removed) {
    sink.changes.push({ layer: keyOf(item), path: "", kind: "remove", before: summaryOf(item, at, shape) });
  }
  for (const pair of found.pairs) {
    const layer = keyOf(pair.before);
    const newKey = keyOf(pair.after);
    if (layer !== newKey) sink.changes.push({ layer, path: "", kind: "rename", before: layer, after: newKey });
    if (pair.moved) sink.changes.push({ layer, path: "", kind: "move", before: pair.from + 1, after: pair.to + 1 });
    diffLayer(layer, pair.before, pair.after, sink, shape);
  }
  for (const { item, at } of found.added) {
    sink.changes.push({ layer: keyOf(item), path: "", kind: "add", after: summaryOf(item, at, shape) });
  }
}

function diffLayer<T extends Layer>(layer: string, before: T, after: T, sink: DiffSink, shape: LayerShape<T>): void {
  const values = diffTexts({ layer }, "values", before.values, after.values);
  const overrides = diffTexts({ layer }, "overrides", before.overrides, after.overrides);
  const changes = [...shape.fieldChanges(layer, before, after), ...values.changes, ...overrides.changes];
  sink.changes.push(...hideMarked(changes, before, after));
  if (values.formatting || overrides.formatting) sink.formattingOnly.push(layer);
  diffManifests(layer, before.manifests, after.manifests, sink);
}

function diffManifests(layer: string, before: unknown, after: unknown, sink: DiffSink): void {
  if (typeof after === "symbol" || typeof before === "symbol") {
    if (before !== after) sink.changes.push({ layer, path: "manifests", kind: "change", after });
    return;
  }
  const lists = [listOf(before), listOf(after)] as const;
  const keyOf = uniqueKeys<Manifest>(lists, (manifest, index) => knownText(manifest.name) ?? `manifest ${index + 1}`);
  const found = alignByKey(lists[0], lists[1], keyOf, (a, b) => contentLikeness(a, b, true));
  for (const { item } of found.removed) sink.changes.push({ layer, manifest: keyOf(item), path: "", kind: "remove" });
  for (const pair of found.pairs) {
    const owner: Owner = { layer, manifest: keyOf(pair.before) };
    const newName = keyOf(pair.after);
    if (owner.manifest !== newName)
      sink.changes.push({ ...owner, path: "", kind: "rename", before: owner.manifest, after: newName });
    if (pair.moved) sink.changes.push({ ...owner, path: "", kind: "move", before: pair.from + 1, after: pair.to + 1 });
    const content = diffTexts(owner, "content", pair.before.content, pair.after.content);
    sink.changes.push(...hideMarked(content.changes, pair.before, pair.after));
    if (content.formatting) sink.formattingOnly.push(`${layer} > manifest ${owner.manifest}`);
  }
  for (const { item } of found.added) sink.changes.push({ layer, manifest: keyOf(item), path: "", kind: "add" });
}

function listOf(manifests: unknown): Manifest[] {
  return Array.isArray(manifests) ? (manifests as Manifest[]) : [];
}

/** What tells a reader which layer it is: no texts, since they may be long and hold secrets. */
function summaryOf<T extends Layer>(layer: T, index: number, shape: LayerShape<T>): Record<string, unknown> {
  const shown = (field: "type" | "tag" | "registryName" | "values" | "overrides") =>
    Array.isArray(layer.sensitive) && (layer.sensitive as unknown[]).includes(field)
      ? undefined
      : knownText(layer[field]);
  const [values, overrides] = [shown("values"), shown("overrides")];
  const manifests = listOf(layer.manifests).map(({ name }) => name);
  return {
    place: index + 1,
    ...(shown("type") ? { type: shown("type") } : {}),
    ...(shown("tag") ? { tag: shown("tag") } : {}),
    ...(shown("registryName") ? { registryName: shown("registryName") } : {}),
    ...shape.summary?.(layer),
    ...(values ? { valuesLines: lineCount(values) } : {}),
    ...(overrides ? { overridesLines: lineCount(overrides) } : {}),
    ...(manifests.length > 0 ? { manifests } : {}),
  };
}

function lineCount(text: string): number {
  return text.trimEnd().split("\n").length;
}
