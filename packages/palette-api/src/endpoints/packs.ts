import type { PaletteClient } from "../client";
import type { V1PackMetadataList, V1PackTagEntity } from "../palette-types.generated";
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
    /** Every pack of every registry, page by page. */
    async search(): Promise<NonNullable<V1PackMetadataList["items"]>> {
      const items: NonNullable<V1PackMetadataList["items"]> = [];
      let next: string | undefined;
      do {
        const page = await client.send<V1PackMetadataList>({
          ...at,
          method: "POST",
          path: "/v1/packs/search",
          query: { limit: 50, ...(next === undefined ? {} : { continue: next }) },
          body: {},
        });
        items.push(...(page.items ?? []));
        const following = page.listmeta?.continue;
        next = following === "" || following === next ? undefined : following;
      } while (next !== undefined);
      return items;
    },
  };
}
