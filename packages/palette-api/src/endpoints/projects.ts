import type { PaletteClient } from "../client";
import { TENANT } from "../client";
import type { V1ProjectsMetadata } from "../palette-types.generated";

/** Projects of the tenant. Path and shape: the API definition, `/v1/dashboard/projects/metadata`. */
export function projects(client: PaletteClient, signal: AbortSignal) {
  return {
    list: () =>
      client.send<V1ProjectsMetadata>({
        scope: TENANT,
        signal,
        method: "GET",
        path: "/v1/dashboard/projects/metadata",
      }),
  };
}
