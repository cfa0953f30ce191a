import { isObject } from "@palette-profiles/resource-kit";
import { planIdentity } from "../../lineage/plan/identity";
import type { LayerState } from "../attributes";
import { inLayer, resolveLayer, type WrittenLayer } from "../layer";
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
}

function pickIdentity(layer: Record<string, unknown>): Record<(typeof IDENTITY)[number], unknown> {
  return Object.fromEntries(IDENTITY.map((name) => [name, layer[name]])) as Record<(typeof IDENTITY)[number], unknown>;
}
