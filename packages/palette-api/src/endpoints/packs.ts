import type { PaletteClient } from "../client";
import type { V1PackMetadataList, V1PackReadme, V1PackTagEntity } from "../palette-types.generated";
import { allPages } from "./all-pages";
import type { At } from "./cluster-profiles";

/** Packs and their versions. Paths and shapes: the API definition, `/v1/packs`. */
export function packs(client: PaletteClient, at: At) {
  return {
    /** All versions of a pack in a registry, with uids and default values. */
    versions: (name: string, registryUid: string) =>
      client.send<V1PackTagEntity>({
        ...at,
        method: "GET",
        path: `/v1/packs/${encodeURIComponent(name)}/registries/${encodeURIComponent(registryUid)}`,
        query: { cloudType: "all" },
      }),
    get: (uid: string) =>
      client.send<V1PackTagEntity>({ ...at, method: "GET", path: `/v1/packs/${encodeURIComponent(uid)}` }),
    readme: (uid: string) =>
      client.send<V1PackReadme>({ ...at, method: "GET", path: `/v1/packs/${encodeURIComponent(uid)}/readme` }),
    /** Every pack of every registry, page by page. */
    search: () =>
      allPages(
        (query) =>
          client.send<V1PackMetadataList>({ ...at, method: "POST", path: "/v1/packs/search", query, body: {} }),
        (page) => page.items,
      ),
  };
}
