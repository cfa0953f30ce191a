import type { Backend } from "../backend";
import { invalid } from "../errors";
import type { Profile } from "../store/profiles";
import { usersOf } from "./users-of";

/** "Linking locks that profile version" (docs, cluster templates): of such a version nothing changes any more. */
export function refuseLocked(backend: Backend, profile: Profile): void {
  const [template] = usersOf(backend, profile).inUseClusterTemplates;
  if (template === undefined) return;
  throw invalid(
    "ClusterProfileVersionLocked",
    `Version ${profile.version} of the cluster profile "${profile.name}" is linked to the cluster template "${template.name}" and cannot be changed`,
    { clusterTemplate: template.name },
  );
}
