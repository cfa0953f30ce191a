import {
  type At,
  clusterProfiles,
  createClient,
  type PaletteClient,
  projects,
  TENANT,
  type V1ClusterProfile,
} from "@palette-profiles/palette-api";
import type { Fault, RunningServer } from "@palette-profiles/palette-server";

/** Looks at, and changes, what the server holds: somebody at Palette's own console. */
export interface Backend {
  profiles(): Promise<V1ClusterProfile[]>;
  api: ReturnType<typeof clusterProfiles>;
  /** The values of a layer of the only profile. */
  edit(layer: string, values: string): Promise<void>;
  fault(...faults: Fault[]): Promise<void>;
  /** A registry is synchronised and has another version of a pack, a copy of `like`. */
  sync(pack: {
    name: string;
    like: string;
    version?: string;
    values?: string;
    annotations?: Record<string, string>;
  }): Promise<void>;
  /** Every call since the last `forget`, as `GET /v1/…`. */
  calls(): Promise<string[]>;
  forget(): Promise<void>;
}

export async function backendOf(server: RunningServer): Promise<Backend> {
  const client: PaletteClient = createClient({ host: server.url, apiKey: server.apiKey });
  const signal = new AbortController().signal;
  const { items } = await projects(client, signal).list();
  const uid = items.find((item) => item.metadata?.name === server.project)?.metadata?.uid ?? "";
  const at: At = { scope: { kind: "project", uid }, signal };
  const api = clusterProfiles(client, at);
  const tenant = clusterProfiles(client, { scope: TENANT, signal });

  const profiles = async () => {
    const listed = [...(await api.list()).items, ...(await tenant.list()).items];
    const uids = [...new Set(listed.flatMap((item) => item.metadata?.uid ?? []))];
    return Promise.all(uids.map((each) => api.get(each)));
  };
  return {
    profiles,
    api,
    async edit(layer, values) {
      const [profile] = await profiles();
      const template = profile?.spec?.published;
      const packs = (template?.packs ?? []).map(({ packUid, name, tag, type, registryUid, manifests, ...ref }) => ({
        uid: packUid,
        name,
        tag,
        type,
        registryUid,
        values: name === layer ? values : ref.values,
        manifests,
      }));
      const own = profile?.metadata?.uid ?? "";
      const body = {
        metadata: { name: profile?.metadata?.name, uid: own },
        spec: { version: profile?.spec?.version, template: { type: template?.type, packs } },
      };
      await api.replace(own, body as Parameters<typeof api.replace>[1]);
      await api.publish(own);
    },
    async fault(...faults) {
      const answer = await fetch(`${server.url}/__server/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(faults),
      });
      if (!answer.ok) throw new Error(`the server refused the faults: ${await answer.text()}`);
    },
    async sync(pack) {
      const answer = await fetch(`${server.url}/__server/packs`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(pack),
      });
      if (!answer.ok) throw new Error(`the server refused the pack: ${await answer.text()}`);
    },
    async calls() {
      const answer = await fetch(`${server.url}/__server/stats`);
      const stats = (await answer.json()) as { method: string; route: string; count: number }[];
      return stats.flatMap(({ method, route, count }) => Array<string>(count).fill(`${method} ${route}`));
    },
    async forget() {
      await fetch(`${server.url}/__server/stats`, { method: "DELETE" });
    },
  };
}
