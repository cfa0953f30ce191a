import { type At, isNotFound } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import type { Palette } from "../palette";
import type { LineageKind } from "./kind";
import { isUsed, type VersionUsers } from "./version-users";

/** A version of a lineage. */
export interface Version {
  version: string;
  uid: string;
}

/**
 * The versions beyond the newest `keep`, oldest first. The current one always counts among those kept, and nothing newer
 * than it is surplus: after a fix of an old line the newer lines stay.
 */
export function surplusVersions(versions: Readonly<Record<string, string>>, current: string, keep: number): Version[] {
  return Object.entries(versions)
    .filter(([version]) => version !== current)
    .sort(([a], [b]) => versionCompare(b, a))
    .slice(keep - 1)
    .filter(([version]) => versionCompare(version, current) < 0)
    .map(([version, uid]) => ({ version, uid }))
    .reverse();
}

/** Who uses a version now; `undefined` where it is gone. */
export async function usersOfVersion(
  kind: LineageKind,
  palette: Palette,
  at: At,
  uid: string,
): Promise<VersionUsers | undefined> {
  return kind.see(palette, at, uid).then(
    ({ users }) => users,
    (error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    },
  );
}

/**
 * Removes the surplus versions that nothing uses, one after the other.
 * @param gone is told of each that is not there any more, so that a failure at the next leaves a true state.
 */
export async function removeUnused(
  kind: LineageKind,
  palette: Palette,
  at: At,
  surplus: readonly Version[],
  gone: (version: string) => void,
): Promise<void> {
  for (const { version, uid } of surplus) {
    // Asked again right before: somebody may have come since the plan.
    const users = await usersOfVersion(kind, palette, at, uid);
    if (users !== undefined && isUsed(users)) continue;
    if (users !== undefined) {
      await kind.remove(palette, at, uid).catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
      });
    }
    gone(version);
  }
}
