import { sameVersion } from "@palette-profiles/profiles";
import { UNKNOWN } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../attributes";
import type { ProfileDraft } from "./draft";

/**
 * A new version has a uid of its own: unknown, so that what depends on it waits for it, or, for a version that this
 * resource made before, the one that it had.
 * @returns true where the profile's objects will be new ones.
 */
export function planVersion({ planned, prior }: ProfileDraft): boolean {
  if (prior === undefined) {
    // `id` and `versions` are unknown already.
    return true;
  }
  if (typeof planned.version === "string" && sameVersion(planned.version, prior.version ?? "")) return false;
  const before = typeof planned.version === "string" ? ownVersion(prior, planned.version) : undefined;
  planned.id = before ?? UNKNOWN;
  if (before === undefined) planned.versions = UNKNOWN;
  return true;
}

/** The uid of a version that this resource made. */
function ownVersion(state: Pick<ClusterProfileState, "versions">, version: string): string | undefined {
  return Object.entries(state.versions ?? {}).find(([made]) => sameVersion(made, version))?.[1];
}
