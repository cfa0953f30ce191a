import type { PaletteClient } from "../client";
import type {
  V1AppProfile,
  V1AppProfileEntity,
  V1AppProfileMetaEntity,
  V1AppProfilesFilterSpec,
  V1AppProfilesMetadata,
  V1AppProfilesSummary,
  V1AppProfileTiers,
  V1AppTierEntity,
  V1AppTierPatchEntity,
  V1AppTierUpdateEntity,
  V1Manifest,
  V1Uid,
} from "../palette-types.generated";
import { allPages } from "./all-pages";
import type { At } from "./cluster-profiles";

const root = "/v1/appProfiles";
const one = (uid: string, tierUid?: string): string =>
  `${root}/${encodeURIComponent(uid)}${tierUid === undefined ? "" : `/tiers/${encodeURIComponent(tierUid)}`}`;

/** The calls of an app profile's life. Paths and shapes: the API definition, `/v1/appProfiles`. */
export function appProfiles(client: PaletteClient, at: At) {
  return {
    create: (profile: V1AppProfileEntity) => client.send<V1Uid>({ ...at, method: "POST", path: root, body: profile }),
    get: (uid: string) => client.send<V1AppProfile>({ ...at, method: "GET", path: one(uid) }),
    /** Overwrites all of it: name, version, and every tier in order. */
    replace: (uid: string, profile: V1AppProfileEntity) =>
      client.send<void>({ ...at, method: "PUT", path: one(uid), body: profile }),
    remove: (uid: string) => client.send<void>({ ...at, method: "DELETE", path: one(uid) }),
    /** Labels, annotations and the version; the name only by `replace`. */
    setMetadata: (uid: string, metadata: V1AppProfileMetaEntity) =>
      client.send<void>({ ...at, method: "PATCH", path: `${one(uid)}/metadata`, body: metadata }),
    /** All tiers, in order, without the content of their manifests. */
    tiers: (uid: string) => client.send<V1AppProfileTiers>({ ...at, method: "GET", path: `${one(uid)}/tiers` }),
    addTier: (uid: string, tier: V1AppTierEntity) =>
      client.send<V1Uid>({ ...at, method: "POST", path: `${one(uid)}/tiers`, body: tier }),
    /** Puts another tier in the place of one. */
    replaceTier: (uid: string, change: V1AppTierPatchEntity) =>
      client.send<V1Uid>({ ...at, method: "PATCH", path: `${one(uid)}/tiers`, body: change }),
    setTier: (uid: string, tierUid: string, tier: V1AppTierUpdateEntity) =>
      client.send<void>({ ...at, method: "PUT", path: one(uid, tierUid), body: tier }),
    removeTier: (uid: string, tierUid: string) =>
      client.send<void>({ ...at, method: "DELETE", path: one(uid, tierUid) }),
    manifest: (uid: string, tierUid: string, manifestUid: string) =>
      client.send<V1Manifest>({
        ...at,
        method: "GET",
        path: `${one(uid, tierUid)}/manifests/${encodeURIComponent(manifestUid)}`,
      }),
    /** One item a version, of everything that is visible in the scope. */
    list: () =>
      client.send<V1AppProfilesMetadata>({ ...at, method: "GET", path: "/v1/dashboard/appProfiles/metadata" }),
    /** One item a profile, shown as one of its versions, with the others' uids; page by page. */
    search: (filter: V1AppProfilesFilterSpec["filter"]) =>
      allPages(
        (query) =>
          client.send<V1AppProfilesSummary>({
            ...at,
            method: "POST",
            path: "/v1/dashboard/appProfiles",
            query,
            body: { filter },
          }),
        (page) => page.appProfiles,
      ),
  };
}
