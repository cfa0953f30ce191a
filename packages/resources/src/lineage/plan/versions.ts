import { sameVersion } from "@palette-profiles/profiles";
import { UNKNOWN } from "@palette-profiles/resource-kit";
import type { LineageDraft, LineageState } from "../state";

/**
 * A new version has a uid of its own: unknown, so that what depends on it waits for it, or, for a version that this
 * resource made before, the one that it had. In place, the version there is gets another name, and keeps its uid.
 * @returns true where the profile's objects will be new ones.
 */
export function planVersion({ planned, prior }: LineageDraft): boolean {
  if (prior === undefined) {
    // `id` and `versions` are unknown already.
    return true;
  }
  const { version, versionPolicy } = planned;
  if (typeof version === "string" && sameVersion(version, prior.version ?? "")) return false;
  const before = typeof version === "string" ? ownVersion(prior, version) : undefined;
  if (before !== undefined) {
    planned.id = before;
    return before !== prior.id;
  }
  if (versionPolicy === "in_place" && typeof version === "string" && prior.id !== undefined) {
    planned.versions = renamedVersions(prior, version);
    return false;
  }
  planned.id = UNKNOWN;
  planned.versions = UNKNOWN;
  return true;
}

/** The lineage after its current version was given another name. */
export function renamedVersions(prior: LineageState, version: string): Record<string, string> {
  const others = Object.entries(prior.versions ?? {}).filter(([, uid]) => uid !== prior.id);
  return { ...Object.fromEntries(others), ...(prior.id === undefined ? {} : { [version]: prior.id }) };
}

/** The uid of a version that this resource made. */
function ownVersion(state: Pick<LineageState, "versions">, version: string): string | undefined {
  return Object.entries(state.versions ?? {}).find(([made]) => sameVersion(made, version))?.[1];
}
