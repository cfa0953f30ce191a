import { type At, clusterProfiles } from "@palette-profiles/palette-api";
import { sameVersion, versionCompare } from "@palette-profiles/profiles";
import type { Palette } from "../palette";

/** The uid of a profile's version in exactly this scope: the given one, else the newest. */
export async function findVersion(
  palette: Palette,
  at: At,
  name: string,
  context: string,
  version: string | undefined,
): Promise<string | undefined> {
  const api = clusterProfiles(palette.client, at);
  const { items } = await api.list();
  const candidates = items
    .filter((item) => item.metadata?.name === name)
    .map((item) => ({ uid: item.metadata?.uid ?? "", version: item.spec?.version || "1.0.0" }))
    .filter((item) => version === undefined || sameVersion(item.version, version))
    .sort((a, b) => versionCompare(b.version, a.version));
  for (const { uid } of candidates) {
    // The list shows a project the tenant's profiles too, and does not say which is which.
    const profile = await api.get(uid);
    if (profile.metadata?.annotations?.scope === context) return uid;
  }
  return undefined;
}
