import type {
  V1ClusterProfileStatusSummary,
  V1ClusterProfileSummary,
  V1ClusterProfileTemplateSummary,
} from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { findTemplate, findVersions, type Profile, type StoredPack } from "../store/profiles";
import { showMetadata } from "./show-profile";
import { usersOf } from "./users-of";

/** A profile as lists have it: its packs without their values. */
export function showSummary(backend: Backend, profile: Profile): V1ClusterProfileSummary {
  const draft = findTemplate(backend.db, profile.uid, "draft");
  const published = findTemplate(backend.db, profile.uid, "published");
  return {
    metadata: showMetadata(backend, profile),
    specSummary: {
      version: profile.version,
      versions: findVersions(backend.db, profile),
      draft: draft && showTemplate(backend, profile, draft),
      published: published && showTemplate(backend, profile, published),
    },
    status: {
      isPublished: published !== undefined,
      ...showUsers(backend, profile),
      fips: { mode: "unknown" },
      pack: { deleted: 0, deprecated: 0, disabled: 0 },
    },
  };
}

/** A summary tells users by name and uid alone. */
function showUsers(backend: Backend, profile: Profile): Partial<V1ClusterProfileStatusSummary> {
  const { inUseClusters, inUseClusterUids, inUseClusterTemplates } = usersOf(backend, profile);
  const short = ({ name, uid }: { name?: string; uid?: string }) => ({ name, uid });
  return {
    inUseClusters: inUseClusters.map(short),
    inUseClusterUids,
    inUseClusterTemplates: inUseClusterTemplates.map(short),
  };
}

function showTemplate(
  backend: Backend,
  profile: Profile,
  packs: readonly StoredPack[],
): V1ClusterProfileTemplateSummary {
  return {
    type: profile.type,
    cloudType: profile.cloudType,
    packs: packs.map(({ name, packUid, tag, version, type, layer }) => {
      const source = backend.packs.byUid(packUid);
      return {
        name,
        packUid,
        tag,
        version,
        type,
        layer,
        displayName: source?.displayName ?? name,
        addonType: source?.addonType ?? "",
        annotations: source?.annotations ?? {},
        logoUrl: "",
      };
    }),
  };
}
