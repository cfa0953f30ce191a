import { type At, clusterProfiles, type V1ClusterProfileUpdateEntity } from "@palette-profiles/palette-api";
import type { Palette } from "../palette";
import type { LiveLayer, LiveSystemProfile } from "./live";

/**
 * Sends all layers of a system profile, as Palette's update takes them, and publishes them.
 * Palette describes no call for system profiles; they are cluster profiles of the type `system` (our reading).
 */
export async function writeLayers(
  palette: Palette,
  at: At,
  live: LiveSystemProfile,
  layers: readonly LiveLayer[],
): Promise<void> {
  const api = clusterProfiles(palette.client, at);
  await api.replace(live.uid, {
    metadata: { name: live.name, uid: live.uid },
    spec: { version: live.version, template: { type: "system", packs: layers.map(({ kind: _, ...layer }) => layer) } },
  } as V1ClusterProfileUpdateEntity);
  await api.publish(live.uid);
}
