import { type PaletteClient, TENANT } from "../client";
import type { V1Macros, V1UserInfo } from "../palette-types.generated";
import type { At } from "./cluster-profiles";

/** Macros, of which only the names matter here. Paths and shapes: the API definition, `v1Macros`. */
export function macros(client: PaletteClient, at: At) {
  return {
    /** Those that a profile of this scope may use: the project's, the tenant's and the system's. */
    ofProfiles: () => client.send<V1Macros>({ ...at, method: "GET", path: "/v1/clusterprofiles/macros" }),
    ofProject: (uid: string) =>
      client.send<V1Macros>({ ...at, method: "GET", path: `/v1/projects/${encodeURIComponent(uid)}/macros` }),
    ofSystem: () => client.send<V1Macros>({ ...at, method: "GET", path: "/v1/users/system/macros" }),
    async ofTenant(): Promise<V1Macros> {
      const tenant = { ...at, scope: TENANT };
      const { tenantUid } = await client.send<V1UserInfo>({ ...tenant, method: "GET", path: "/v1/users/info" });
      const path = `/v1/tenants/${encodeURIComponent(tenantUid ?? "")}/macros`;
      return client.send<V1Macros>({ ...tenant, method: "GET", path });
    },
  };
}
