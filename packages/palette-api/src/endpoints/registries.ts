import type { PaletteClient } from "../client";
import type { V1RegistriesMetadata, V1RegistrySyncStatus } from "../palette-types.generated";
import type { At } from "./cluster-profiles";

/** Registries of packs and Helm charts. Paths and shapes: the API definition, `/v1/registries`. */
export function registries(client: PaletteClient, at: At) {
  return {
    list: () => client.send<V1RegistriesMetadata>({ ...at, method: "GET", path: "/v1/registries/metadata" }),
    /** Whether Palette knows a Helm registry's charts, or they must be named by hand. */
    helmSync: (uid: string) =>
      client.send<V1RegistrySyncStatus>({
        ...at,
        method: "GET",
        path: `/v1/registries/helm/${encodeURIComponent(uid)}/sync/status`,
      }),
    /** The same of an OCI registry; the official provider asks for those of every kind on this path. */
    ociSync: (uid: string) =>
      client.send<V1RegistrySyncStatus>({
        ...at,
        method: "GET",
        path: `/v1/registries/oci/${encodeURIComponent(uid)}/basic/sync/status`,
      }),
    packSync: (uid: string) =>
      client.send<V1RegistrySyncStatus>({
        ...at,
        method: "GET",
        path: `/v1/registries/pack/${encodeURIComponent(uid)}/sync/status`,
      }),
  };
}
