import { sameYaml } from "@palette-profiles/profiles";
import { isObject, isUnknown } from "@palette-profiles/resource-kit";
import { planIdentity } from "../../lineage/plan/identity";
import { scopeOf } from "../../palette";
import type { LayerState } from "../attributes";
import { inLayer, resolveLayer, type WrittenLayer } from "../layer";
import { ownValues } from "../layer-values";
import type { Planned, ProfileDraft } from "./draft";

/** What a layer's pack follows from. */
const IDENTITY = ["name", "type", "tag", "registryName", "registryUid", "uid"] as const;

/** What is found where the user leaves it out. */
const FOUND = ["uid", "tag", "resolvedTag", "registryUid", "registryName"] as const;

/** Derives the pack's uid anew, from what the user wrote, for a layer that is new or whose identity changed. */
export async function planPack(draft: ProfileDraft, layer: Planned<LayerState>, index: number): Promise<void> {
  const configured = (draft.config.packs as unknown[])[index];
  const given = isObject(configured) ? configured : {};
  if (layer.type === "manifest") {
    for (const name of FOUND) if (name !== "uid") layer[name] = given[name];
    return;
  }
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  const written = { ...pickIdentity(given), type: layer.type };
  await planIdentity(draft, layer, {
    path: inLayer(index, []),
    before,
    written,
    found: FOUND,
    changed: IDENTITY.some((name) => written[name] !== undefined && written[name] !== before?.[name]),
    keepsRegistry: before?.name === layer.name,
    resolve: (at, wanted) => resolveLayer(draft.context.lookups, at, wanted as unknown as WrittenLayer),
  });
  if (before !== undefined && (await keepsOwnValues(draft, layer, before))) layer.values = before.values;
}

/** Values that are the pack's own, and that are no longer given, or were taken over, are no change. */
async function keepsOwnValues(draft: ProfileDraft, layer: Planned<LayerState>, before: LayerState): Promise<boolean> {
  if (layer.values !== undefined || layer.overrides !== undefined) return false;
  if (before.values === undefined || before.overrides !== undefined || layer.uid !== before.uid) return false;
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project)) return false;
  const own = await ownValues(draft.context.lookups, await scopeOf({ context, project }, draft), before);
  return sameYaml(own, before.values);
}

function pickIdentity(layer: Record<string, unknown>): Record<(typeof IDENTITY)[number], unknown> {
  return Object.fromEntries(IDENTITY.map((name) => [name, layer[name]])) as Record<(typeof IDENTITY)[number], unknown>;
}
