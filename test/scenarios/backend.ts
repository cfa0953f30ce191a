import {
  type At,
  appProfiles,
  clusterProfiles,
  createClient,
  type PaletteClient,
  projects,
  SYSTEM,
  TENANT,
  type V1AppProfile,
  type V1AppTier,
  type V1ClusterProfile,
} from "@palette-profiles/palette-api";
import type { Fault, RunningServer } from "@palette-profiles/palette-server";

/** Who may change the system profile, as the seed of its stories says. */
export const ADMINISTRATOR = { email: "admin@system.example", password: "console-pass-canary" };

/** An app profile with its tiers. */
export interface HeldApp {
  uid: string;
  profile: V1AppProfile;
  tiers: V1AppTier[];
}

/** Looks at, and changes, what the server holds: somebody at Palette's own console. */
export interface Backend {
  profiles(): Promise<V1ClusterProfile[]>;
  api: ReturnType<typeof clusterProfiles>;
  /** The values of a layer of the only profile. */
  edit(layer: string, values: string): Promise<void>;
  appProfiles(): Promise<HeldApp[]>;
  /** The calls for app profiles of the project. */
  apps: ReturnType<typeof appProfiles>;
  /** The system profile of the seed, as a system administrator sees it. */
  systemProfile(): Promise<V1ClusterProfile>;
  /** The calls for the system profile. */
  system: ReturnType<typeof clusterProfiles>;
  /** The values of a layer of the system profile, edited at the system console. */
  editSystem(layer: string, values: string): Promise<void>;
  /** Palette is upgraded, and brings the layers of the seed's `upgrade`, or these. */
  upgrade(packs?: { name: string; tag?: string; values?: string }[]): Promise<void>;
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
  const client: PaletteClient = createClient({ host: server.url, apiKey: server.apiKey, system: ADMINISTRATOR });
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
  const apps = appProfiles(client, at);
  const appProfilesHeld = async (): Promise<HeldApp[]> => {
    const lists = await Promise.all([apps.list(), appProfiles(client, { scope: TENANT, signal }).list()]);
    const listed = lists.flatMap((list) => list.appProfiles ?? []);
    const uids = [...new Set(listed.flatMap((item) => item.metadata?.uid ?? []))];
    return Promise.all(
      uids.map(async (uid) => ({
        uid,
        profile: await apps.get(uid),
        tiers: (await apps.tiers(uid)).spec?.appTiers ?? [],
      })),
    );
  };
  const system = clusterProfiles(client, { scope: SYSTEM, signal });
  const systemProfile = async () => system.get((await system.list()).items[0]?.metadata?.uid ?? "");
  const control = async (path: string, body: unknown) => {
    const answer = await fetch(`${server.url}/__server/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the server refused ${path}: ${await answer.text()}`);
  };
  return {
    profiles,
    api,
    edit: async (layer, values) => editLayer(api, (await profiles())[0], layer, values),
    appProfiles: appProfilesHeld,
    apps,
    systemProfile,
    system,
    editSystem: async (layer, values) => editLayer(system, await systemProfile(), layer, values),
    upgrade: (packs) => control("upgrade", packs === undefined ? {} : { packs }),
    fault: (...faults) => control("faults", faults),
    sync: (pack) => control("packs", pack),
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

async function editLayer(
  api: ReturnType<typeof clusterProfiles>,
  profile: V1ClusterProfile | undefined,
  layer: string,
  values: string,
): Promise<void> {
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
}
