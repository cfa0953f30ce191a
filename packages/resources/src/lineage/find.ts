import type { At } from "@palette-profiles/palette-api";
import { sameVersion, versionCompare } from "@palette-profiles/profiles";
import type { Palette } from "../palette";
import type { LineageKind } from "./kind";

/** The uid of a profile's version in exactly this scope: the given one, else the newest. */
export async function findVersion(
  kind: LineageKind,
  palette: Palette,
  at: At,
  name: string,
  context: string,
  version: string | undefined,
): Promise<string | undefined> {
  const candidates = (await kind.listed(palette, at))
    .filter((item) => item.name === name)
    .filter((item) => version === undefined || sameVersion(item.version, version))
    .sort((a, b) => versionCompare(b.version, a.version));
  for (const { uid } of candidates) {
    // The list shows a project the tenant's profiles too, and does not say which is which.
    if ((await kind.see(palette, at, uid)).scope === context) return uid;
  }
  return undefined;
}
