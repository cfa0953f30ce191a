import type { Backend } from "../backend";
import { invalid } from "../errors";
import { countProfiles } from "../store/profiles";

/** Palette's limit of cluster profiles a tenant, each version counting as one (docs, resource limits: 200 by default). */
export function refuseOverLimit(backend: Backend): void {
  const limit = backend.limits.clusterProfiles;
  if (limit === undefined || countProfiles(backend.db) < limit) return;
  throw invalid(
    "ResourceLimitExceeded",
    `The tenant has reached its limit of ${limit} cluster profiles, versions included`,
    { kind: "clusterprofile", limit },
  );
}
