import type { At } from "@palette-profiles/palette-api";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import { resolveLayer } from "../cluster-profile/layer";
import type { Lookups } from "../lookups";
import type { LiveLayer, LiveSystemProfile } from "./live";
import type { MergedProfile } from "./merge-profile";
import type { SystemDraft } from "./plan";

/** The layer with the uid of its tag's pack, from the registry that the layer has. */
export async function withPackOf(lookups: Lookups, at: At, layer: LiveLayer): Promise<LiveLayer> {
  const { name, type, tag, registryUid } = layer;
  const found = await resolveLayer(lookups, at, {
    name,
    type,
    tag,
    ...(registryUid === undefined ? {} : { registryUid }),
  });
  return { ...layer, uid: found.uid };
}

/** A new tag is one that the registry has. */
export async function planTags(
  draft: SystemDraft,
  at: At,
  live: LiveSystemProfile,
  merged: MergedProfile,
): Promise<void> {
  const packs = Array.isArray(draft.planned.packs) ? (draft.planned.packs as { name?: unknown }[]) : [];
  for (const [n, layer] of merged.layers.entries()) {
    if (layer.tag === live.layers[n]!.tag) continue;
    try {
      await withPackOf(draft.context.lookups, at, layer);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      const index = packs.findIndex(({ name }) => name === layer.name);
      draft.error(index < 0 ? ["packs"] : ["packs", index, "tag"], {
        code: error.code,
        summary: error.summary,
        detail: error.message,
      });
    }
  }
}
