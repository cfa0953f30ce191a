import {
  createClient,
  packs,
  registries,
  TENANT,
  type V1AppProfileEntity,
  type V1ClusterProfileEntity,
} from "@palette-profiles/palette-api";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { type Backend, backendOf } from "../scenarios/backend";
import { type OfficialResource, officialState } from "../terraform/official-provider";

type Blocks = Record<string, Record<string, AnyValues>>;

/** What CDKTF writes for Terraform. */
export interface Program {
  resource: Blocks;
  data: Blocks;
}

/** Does with a program what the official provider does with it, and gives the state that it leaves. */
export async function appliedByTheOfficial(server: RunningServer, program: Program): Promise<string> {
  const backend = await backendOf(server);
  const known = await dataOf(server, program.data);
  const make = { spectrocloud_cluster_profile: clusterProfile, spectrocloud_application_profile: appProfile };
  const made: OfficialResource[] = [];
  for (const [type, create] of Object.entries(make)) {
    for (const [name, block] of Object.entries(program.resource[type] ?? {})) {
      made.push({ type, name, attributes: await create(backend, resolved(block, known)) });
    }
  }
  return officialState(...made);
}

/** What each data source tells, by its address. */
async function dataOf(server: RunningServer, data: Blocks): Promise<Map<string, AnyValues>> {
  const client = createClient({ host: server.url, apiKey: server.apiKey });
  const at = { scope: TENANT, signal: new AbortController().signal };
  const { items } = await registries(client, at).list();
  const known = new Map<string, AnyValues>();
  for (const [name, block] of Object.entries(data.spectrocloud_registry ?? {})) {
    known.set(`spectrocloud_registry.${name}`, { id: items.find((it) => it.name === block.name)?.uid });
  }
  for (const type of ["spectrocloud_pack", "spectrocloud_pack_simple"]) {
    for (const [name, block] of Object.entries(data[type] ?? {})) {
      const { registry_uid, version, name: pack } = resolved(block, known);
      const registry = registry_uid ?? items.find((it) => it.name === "Public Repo")?.uid;
      const found = await packs(client, at).versions(String(pack), String(registry));
      const id = found.tags?.find((tag) => tag.version === version)?.packUid;
      if (id === undefined) throw new Error(`${type}.${name}: no version ${version} of "${pack}"`);
      const values = found.packValues?.find(({ packUid }) => packUid === id)?.values;
      known.set(`${type}.${name}`, { id, version, values });
    }
  }
  return known;
}

/** A block with what its references and functions come to. */
function resolved<T>(value: T, known: Map<string, AnyValues>): T {
  return JSON.parse(JSON.stringify(value), (_, text) => {
    if (typeof text !== "string") return text;
    const [, address = "", attribute = ""] = /^\$\{data\.(\w+\.[\w-]+)\.(\w+)\}$/.exec(text) ?? [];
    if (address !== "") return known.get(address)?.[attribute];
    const [, secret] = /^\$\{sensitive\(base64decode\("(.*)"\)\)\}$/.exec(text) ?? [];
    return secret === undefined ? text : Buffer.from(secret, "base64").toString();
  });
}

const elementsOf = (value: unknown): AnyValues[] => (Array.isArray(value) ? value : []);
const manifestsOf = (block: AnyValues) =>
  elementsOf(block.manifest).map(({ name, content }) => ({ name, content: String(content).trim() }));
const trimmed = (value: unknown) => String(value ?? "").trim();
const NOTHING = { tag: "", registry_uid: "", registry_name: "", values: "", manifest: [] };
const PLAIN = { version: "1.0.0", context: "project", cloud: "all", timeouts: null };

function metadataOf({ name, description = "", tags }: AnyValues) {
  const labels = (tags as string[]).map((tag) => [tag.split(":")[0], tag.split(":")[1] ?? "spectro__tag"]);
  return { name, annotations: { description }, labels: Object.fromEntries(labels) };
}

async function clusterProfile(backend: Backend, block: AnyValues): Promise<AnyValues> {
  const layers = elementsOf(block.pack);
  const variables = elementsOf((block.profile_variables as AnyValues).variable);
  const { uid } = await backend.api.create({
    metadata: metadataOf(block),
    spec: {
      version: block.version,
      template: {
        cloudType: "all",
        type: "add-on",
        packs: layers.map(({ name, type = "spectro", tag, registry_uid, ...it }) => {
          const manifest = type === "manifest" ? { uid: "spectro-manifest-pack" } : { uid: it.uid };
          return {
            ...{ name, type, tag, registryUid: registry_uid, values: trimmed(it.values) },
            ...manifest,
            manifests: manifestsOf(it),
          };
        }),
      },
      variables: variables.map(({ display_name, default_value, input_type = "text", format = "string", ...it }) => {
        return { ...it, format, displayName: display_name, defaultValue: default_value, inputType: input_type };
      }),
    },
  } as unknown as V1ClusterProfileEntity);
  const held = (await backend.api.get(uid)).spec?.published?.packs ?? [];
  const absent = { description: "", regex: "", input_type: "text", format: "string", options: [] };
  const flags = { required: false, hidden: false, immutable: false, is_sensitive: false };
  return {
    ...{ ...PLAIN, ...block, id: uid, type: "add-on", skip_destroy: false },
    pack: layers.map((layer, index) => ({
      ...{ ...NOTHING, type: "spectro", ...layer, uid: held[index]?.packUid, values: trimmed(layer.values) },
      manifest: manifestsOf(layer).map((it, n) => ({ ...it, uid: held[index]?.manifests?.[n]?.uid })),
    })),
    profile_variables: [
      {
        variable: variables.map((it) => ({
          ...{ ...absent, ...flags, ...it },
          options: elementsOf(it.options).map((option) => ({ description: "", default: false, ...option })),
        })),
      },
    ],
  };
}

async function appProfile(backend: Backend, block: AnyValues): Promise<AnyValues> {
  const tiers = elementsOf(block.pack);
  const { uid } = await backend.apps.create({
    metadata: metadataOf(block),
    spec: {
      version: "1.0.0",
      template: {
        appTiers: tiers.map(({ name, type, tag, registry_uid, source_app_tier, install_order, ...it }) => ({
          ...{ name, type, version: tag, registryUid: registry_uid, sourceAppTierUid: source_app_tier },
          ...{ installOrder: install_order ?? 0, values: trimmed(it.values), manifests: manifestsOf(it) },
          properties: Object.entries(it.properties ?? {}).map(([property, value]) => ({ name: property, value })),
        })),
      },
    },
  } as unknown as V1AppProfileEntity);
  const held = (await backend.appProfiles()).find((app) => app.uid === uid)?.tiers ?? [];
  return {
    ...{ ...PLAIN, ...block, id: uid },
    pack: tiers.map((tier, index) => ({
      ...{ ...NOTHING, source_app_tier: "", install_order: 0, properties: {}, ...tier },
      ...{ uid: held[index]?.metadata?.uid, values: trimmed(tier.values) },
      manifest: manifestsOf(tier).map((it, n) => ({ ...it, uid: held[index]?.spec?.manifests?.[n]?.uid })),
    })),
  };
}
