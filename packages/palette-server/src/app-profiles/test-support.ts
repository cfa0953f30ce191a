import type { V1AppProfile, V1AppProfileTiers, V1AppTier, V1PackSummaries, V1Uid } from "@palette-profiles/palette-api";
import type { TestClient } from "../test-support";

export interface TestTier {
  name?: string;
  type?: string;
  version?: string;
  registryUid?: string;
  sourceAppTierUid?: string;
  installOrder?: number;
  values?: string;
  properties?: { name: string; value: string }[];
  manifests?: { name: string; content: string; uid?: string }[];
}

/** A body for `POST /v1/appProfiles`. */
export function appBody(name: string, appTiers: TestTier[], version?: string, metadata: Record<string, unknown> = {}) {
  return { metadata: { name, ...metadata }, spec: { version, template: { appTiers } } };
}

/** The calls that the tests of app profiles share. */
export function appCalls(client: TestClient) {
  return {
    async create(body: unknown, project?: string): Promise<string> {
      const created = await client.call<V1Uid>("POST", "/v1/appProfiles", { body, project });
      if (created.status !== 201) throw new Error(`create answered ${created.status}: ${JSON.stringify(created.body)}`);
      return created.body.uid;
    },
    read: async (uid: string): Promise<V1AppProfile> =>
      (await client.call<V1AppProfile>("GET", `/v1/appProfiles/${uid}`)).body,
    tiers: async (uid: string): Promise<V1AppTier[]> =>
      (await client.call<V1AppProfileTiers>("GET", `/v1/appProfiles/${uid}/tiers`)).body.spec?.appTiers ?? [],
    /** The uid of a pack of the catalog. */
    async packUid(name: string): Promise<string> {
      const { body } = await client.call<V1PackSummaries>("GET", `/v1/packs?filters=spec.name=${name}`);
      return body.items[0]?.metadata?.uid ?? "";
    },
  };
}
