import type { At, V1PackTagEntity } from "@palette-profiles/palette-api";
import type { PlannedLayer, Stack, StackLayer } from "@palette-profiles/profiles";
import { isObject, isUnknown } from "@palette-profiles/resource-kit";
import type { Lookups } from "../../lookups";
import type { LayerState } from "../attributes";
import { packName } from "../layer";
import type { Planned, ProfileDraft } from "./draft";
import { knowledgeOf, layerOf } from "./pack-knowledge";

type Outline = Omit<PlannedLayer, "kind" | "knowledge"> & { it: Planned<LayerState> };

/**
 * The layers of a draft with what their packs say of themselves. Where the stack itself changes, every pack is asked for;
 * where only values do, the packs of those.
 */
export async function stackOf(draft: ProfileDraft, at: At): Promise<Stack> {
  const { lookups } = draft.context;
  const planned: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  // Found once for each: what tells layers apart is read from their values.
  const before = planned.map((_, index) => draft.priorIndex("packs", index));
  const outlines = planned.flatMap((layer, index) => outlineOf(draft.prior?.packs?.[before[index]!], layer, index));
  // One that is not known yet may be any of those that seem to go.
  const unseen = isUnknown(draft.planned.packs) || outlines.length < planned.length;
  const gone = unseen ? [] : (draft.prior?.packs ?? []).filter((_, at) => !before.includes(at));
  const restacked =
    draft.changed("type", "cloud") ||
    gone.length > 0 ||
    outlines.some(({ moved }) => moved) ||
    before.some((at, index) => at !== index);
  const layers = await Promise.all(
    outlines.map(async ({ it, ...outline }): Promise<PlannedLayer> => {
      if (!restacked && !outline.edited) return outline;
      return { ...outline, ...(await knownOf(lookups, at, it)) };
    }),
  );
  const removed = await Promise.all(
    gone.map(
      async (layer): Promise<StackLayer> => ({ ...layerOfState(layer), ...(await knownOf(lookups, at, layer)) }),
    ),
  );
  return {
    layers,
    removed,
    ...textsOf({ type: draft.planned.type, cloud: draft.planned.cloud }),
    partial: unseen || !restacked || layers.some((it) => !it.kind),
    newVersion: draft.prior !== undefined && draft.changed("version") && draft.planned.versionPolicy !== "in_place",
  };
}

function outlineOf(prior: LayerState | undefined, layer: unknown, index: number): Outline[] {
  if (!isObject(layer) || typeof layer.name !== "string") return [];
  const it = layer as Planned<LayerState>;
  const moved = prior === undefined || (["uid", "tag", "type"] as const).some((name) => it[name] !== prior[name]);
  const edited = moved || it.values !== prior.values || it.overrides !== prior.overrides;
  return [{ ...layerOfState(it), it, index, moved, edited, ...(prior ? { before: layerOfState(prior) } : {}) }];
}

function layerOfState(it: Planned<LayerState>): StackLayer {
  const name = String(it.name);
  const { tag, resolvedTag, values, overrides } = it;
  return { name, pack: packName(name), ...textsOf({ tag, version: resolvedTag, values, overrides }) };
}

/** The texts that are known. */
function textsOf<K extends string>(values: Record<K, unknown>): Partial<Record<K, string>> {
  const known = Object.entries(values).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(known) as Partial<Record<K, string>>;
}

/** What Palette tells of a layer's pack; nothing where the pack is not known yet. */
async function knownOf(
  lookups: Lookups,
  at: At,
  it: Planned<LayerState>,
): Promise<Pick<StackLayer, "kind" | "knowledge" | "version">> {
  // Charts and manifests are add-ons, and say nothing of themselves.
  if (it.type === "manifest" || it.type === "helm") return { kind: "addon" };
  if (isUnknown(it.type) || typeof it.uid !== "string") return {};
  const pack = await packOf(lookups, at, it, it.uid);
  if (pack === undefined) return {};
  const kind = layerOf(pack) ?? "addon";
  const knowledge = knowledgeOf(pack, it.uid);
  return knowledge === undefined ? { kind } : { kind, knowledge, version: knowledge.version };
}

/** By registry and name, as the other lookups of a plan ask; a layer that gives its uid may have any name. */
async function packOf(
  lookups: Lookups,
  at: At,
  it: Planned<LayerState>,
  uid: string,
): Promise<V1PackTagEntity | undefined> {
  if (typeof it.registryUid === "string") {
    const pack = await lookups.packVersions(at, packName(String(it.name)), it.registryUid);
    if (pack?.packValues?.some((each) => each.packUid === uid)) return pack;
  }
  return lookups.pack(at, uid);
}
