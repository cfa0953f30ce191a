import type { PaletteClient } from "../client";
import { TENANT } from "../client";
import type { V1ProjectsFilterSpec, V1ProjectsMetadata, V1ProjectsSummary } from "../palette-types.generated";
import { allPages } from "./all-pages";

/** Projects of the tenant. Paths and shapes: the API definition, `/v1/dashboard/projects`. */
export function projects(client: PaletteClient, signal: AbortSignal) {
  return {
    /** Names and uids, in one call. */
    list: () =>
      client.send<V1ProjectsMetadata>({
        scope: TENANT,
        signal,
        method: "GET",
        path: "/v1/dashboard/projects/metadata",
      }),
    /** With their labels, page by page. */
    search: (filter: V1ProjectsFilterSpec["filter"]) =>
      allPages(
        (query) =>
          client.send<V1ProjectsSummary>({
            scope: TENANT,
            signal,
            method: "POST",
            path: "/v1/dashboard/projects",
            query,
            body: { filter },
          }),
        (page) => page.items,
      ),
  };
}
