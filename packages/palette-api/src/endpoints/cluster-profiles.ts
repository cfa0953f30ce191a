import type { PaletteClient, Scope } from "../client";
import type {
  V1ClusterProfile,
  V1ClusterProfileEntity,
  V1ClusterProfilePacksManifests,
  V1ClusterProfilesFilterSpec,
  V1ClusterProfilesMetadata,
  V1ClusterProfilesSummary,
  V1ClusterProfileUpdateEntity,
  V1ProfileMetaEntity,
  V1Uid,
  V1Variables,
} from "../palette-types.generated";
import { allPages } from "./all-pages";

/** What a call needs besides its own arguments. */
export interface At {
  scope: Scope;
  signal: AbortSignal;
}

const root = "/v1/clusterprofiles";
const one = (uid: string): string => `${root}/${encodeURIComponent(uid)}`;

/** The calls of a cluster profile's life. Paths and shapes: the API definition, `/v1/clusterprofiles`. */
export function clusterProfiles(client: PaletteClient, at: At) {
  return {
    /** Creates and publishes in one call, so that a failure leaves no draft behind. */
    create: (profile: V1ClusterProfileEntity) =>
      client.send<V1Uid>({ ...at, method: "POST", path: root, query: { publish: true }, body: profile }),
    get: (uid: string) => client.send<V1ClusterProfile>({ ...at, method: "GET", path: one(uid) }),
    /** Overwrites the draft. */
    replace: (uid: string, profile: V1ClusterProfileUpdateEntity) =>
      client.send<void>({ ...at, method: "PUT", path: one(uid), body: profile }),
    setMetadata: (uid: string, metadata: V1ProfileMetaEntity) =>
      client.send<void>({ ...at, method: "PATCH", path: `${one(uid)}/metadata`, body: metadata }),
    /** Makes the draft what clusters see. */
    publish: (uid: string) => client.send<void>({ ...at, method: "PATCH", path: `${one(uid)}/publish` }),
    remove: (uid: string) => client.send<void>({ ...at, method: "DELETE", path: one(uid) }),
    variables: (uid: string) => client.send<V1Variables>({ ...at, method: "GET", path: `${one(uid)}/variables` }),
    /** Replaces the whole list. */
    setVariables: (uid: string, variables: V1Variables) =>
      client.send<void>({ ...at, method: "PUT", path: `${one(uid)}/variables`, body: variables }),
    /** The content of all layers' manifests in one call. */
    manifests: (uid: string) =>
      client.send<V1ClusterProfilePacksManifests>({ ...at, method: "GET", path: `${one(uid)}/packs/manifests` }),
    /** Refused with 409 where the scope has a profile of this name and version. */
    validateName: (name: string, version: string) =>
      client.send<void>({ ...at, method: "GET", path: `${root}/validate/name`, query: { name, version } }),
    /** One item a version, of everything that is visible in the scope. */
    list: () =>
      client.send<V1ClusterProfilesMetadata>({ ...at, method: "GET", path: "/v1/dashboard/clusterprofiles/metadata" }),
    /** One item a profile, shown as one of its versions, with the others' uids; page by page. */
    search: (filter: V1ClusterProfilesFilterSpec["filter"]) =>
      allPages(
        (query) =>
          client.send<V1ClusterProfilesSummary>({
            ...at,
            method: "POST",
            path: "/v1/dashboard/clusterprofiles",
            query,
            body: { filter },
          }),
        (page) => page.items,
      ),
  };
}
