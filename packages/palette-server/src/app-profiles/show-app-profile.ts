import type { V1AppProfile, V1AppProfileSummary } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { showMetadata } from "../profiles/show-profile";
import { type AppProfile, findAppVersions, findTiers, type StoredTier } from "../store/app-profiles";

/** An app profile as `GET /v1/appProfiles/{uid}` answers it: its tiers by name and uid alone. */
export function showAppProfile(backend: Backend, profile: AppProfile): V1AppProfile {
  return {
    metadata: showMetadata(backend, profile),
    spec: {
      ...showVersions(backend, profile),
      template: {
        appTiers: findTiers(backend.db, profile.uid).map(({ name, type, uid, version }) => ({
          name,
          type,
          uid,
          version,
        })),
        registryRefs: [],
      },
    },
    // Apps run in clusters, of which this server has none.
    status: { inUseApps: [] },
  };
}

/** An app profile as lists have it. */
export function showAppSummary(backend: Backend, profile: AppProfile): V1AppProfileSummary {
  return {
    metadata: showMetadata(backend, profile),
    spec: {
      ...showVersions(backend, profile),
      template: { appTiers: findTiers(backend.db, profile.uid).map((tier) => showTierSummary(backend, tier)) },
    },
  };
}

function showVersions(backend: Backend, profile: AppProfile) {
  return { parentUid: "", version: profile.version, versions: findAppVersions(backend.db, profile) };
}

function showTierSummary(backend: Backend, { name, type, uid, version, sourceAppTierUid }: StoredTier) {
  const source = backend.packs.byUid(sourceAppTierUid);
  const { addonType = "", addonSubType = "" } = source ?? {};
  return {
    name,
    type,
    uid,
    version,
    source: {
      name: source?.name ?? "",
      type: source?.type ?? "",
      uid: sourceAppTierUid,
      addonType,
      addonSubType,
      logoUrl: "",
    },
  };
}
