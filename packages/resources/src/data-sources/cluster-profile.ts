import { type At, clusterProfiles, type V1ClusterProfile } from "@palette-profiles/palette-api";
import { layerKey, sameVersion, tagsOf, versionCompare } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Diagnostic,
  DiagnosticError,
  defineDataSource,
  type Run,
  s,
  type Values,
} from "@palette-profiles/resource-kit";
import { clusterProfileKind } from "../cluster-profile/kind";
import { versionOf } from "../cluster-profile/live";
import { explained } from "../explain";
import { orGone } from "../lineage/or-gone";
import { wrong } from "../lineage/rules";
import { type Palette, scopeOf } from "../palette";
import { noSuchProfile } from "./no-such-profile";
import { scopeAttributes, scopeProblems } from "./scope";

const attributes = {
  name: s.string({
    description: "The profile's name. Give this or `id`.",
    optional: true,
    computed: true,
    example: "platform",
  }),
  id: s.string({
    description: "The uid of one version. Give this or `name`.",
    optional: true,
    computed: true,
    example: "65b3f1c0e4b0a1c2d3e4f504",
  }),
  version: s.string({
    description: "With `name`: the profile's version. Default: the newest, which then stands here.",
    optional: true,
    computed: true,
    example: "1.2.0",
  }),
  ...scopeAttributes,
  resolvedVersion: s.string({ description: "The version found.", computed: true, example: "1.2.0" }),
  type: s.string({ description: "`add-on`, `infra` or `cluster` (full).", computed: true, example: "add-on" }),
  cloud: s.string({
    description: "The cloud that the profile is for, such as `aws`, or `all`.",
    computed: true,
    example: "aws",
  }),
  description: s.string({
    description: "What the profile is for.",
    computed: true,
    sometimes: true,
    example: "What every cluster gets",
  }),
  tags: s.stringSet({
    description: "Tags, each `key` or `key:value`.",
    computed: true,
    example: ["env:prod", "team:platform"],
  }),
  layers: s.stringList({
    description: "The layers, in order: their names; two of one name with their display names, `wordpress (blog)`.",
    computed: true,
    example: ["argo-cd", "namespaces"],
  }),
  layerTags: s.stringMap({
    description: "The version of each layer's pack, by the layer; none for layers of manifests.",
    computed: true,
    example: { "argo-cd": "7.8.2" },
  }),
  layerValues: s.stringMap({
    description: "The values of each layer, as YAML, by the layer.",
    computed: true,
    example: { "argo-cd": "charts:\n  argo-cd:\n    server:\n      replicas: 2\n" },
  }),
  variables: s.stringList({
    description: "The names of the profile's variables, in order.",
    computed: true,
    example: ["replicas"],
  }),
  versions: s.stringMap({
    description: "All versions of the profile, each with its uid.",
    computed: true,
    example: { "1.1.0": "65b3f1c0e4b0a1c2d3e4f505", "1.2.0": "65b3f1c0e4b0a1c2d3e4f504" },
  }),
  layerUids: s.stringMap({
    description: "The uid of each layer's pack, by the layer.",
    computed: true,
    example: { "argo-cd": "65b3f1c0e4b0a1c2d3e4f503" },
  }),
  layerRegistryUids: s.stringMap({
    description: "The uid of the registry that holds each layer's pack, by the layer; none for layers of manifests.",
    computed: true,
    example: { "argo-cd": "65b3f1c0e4b0a1c2d3e4f502" },
  }),
  manifests: s.stringMap({
    description: "The content of each manifest, as YAML, by the layer and its name: `namespaces/team-a`.",
    computed: true,
    example: { "namespaces/team-a": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" },
  }),
};

type State = Values<typeof attributes>;

/**
 * Three calls by name, two by uid; one more where a layer has manifests. The official provider gives the layers as a list
 * of objects; ours is maps, since blocks of a data source that is read later look empty in the plan.
 */
export const clusterProfileDataSource = defineDataSource<Palette, typeof attributes>({
  type: "cluster_profile",
  description: "A cluster profile that exists: one of its versions, by name or by uid.",
  attributes,
  validate: (config) => [...scopeProblems(config), ...keyProblems(config)],
  read: (config, run) =>
    explained(`reading the cluster profile "${config.name ?? config.id}"`, () => read(config, run)),
});

function keyProblems({ name, id, version }: AnyValues): Diagnostic[] {
  if (name === undefined && id === undefined) {
    return [
      wrong(["name"], "NoName", "Which profile is not said", "Give the profile's name, or the uid of one version."),
    ];
  }
  if (typeof id !== "string") return [];
  for (const [given, value] of Object.entries({ name, version })) {
    if (typeof value !== "string") continue;
    const detail = `The uid "${id}" is one version of one profile, and ${given} is "${value}". Leave one of them out.`;
    return [wrong([given], "TwoNames", "A profile is named twice", detail)];
  }
  return [];
}

async function read(config: State, run: Run<Palette>): Promise<State> {
  const { context = "project", project } = config;
  const at = await scopeOf({ context, project }, run);
  const profile = config.id === undefined ? await named(config, at, run) : await under(config.id, at, run);
  const uid = profile.metadata?.uid ?? "";
  const template = profile.spec?.published ?? profile.spec?.draft;
  const refs = template?.packs ?? [];
  const api = clusterProfiles(run.context.client, at);
  const hasManifests = refs.some((ref) => (ref.manifests ?? []).length > 0);
  const [variables, contents] = await Promise.all([api.variables(uid), hasManifests ? api.manifests(uid) : undefined]);
  const texts = new Map(
    (contents?.spec?.packs ?? [])
      .flatMap((pack) => pack.spec?.manifests ?? [])
      .map((manifest) => [manifest.uid ?? "", manifest.content ?? ""]),
  );
  const version = versionOf(profile);
  const keyed = refs.map((ref) => [layerKey({ name: ref.name, values: ref.values }), ref] as const);
  return {
    ...config,
    id: uid,
    name: profile.metadata?.name,
    version: config.version ?? version,
    resolvedVersion: version,
    type: template?.type,
    cloud: template?.cloudType,
    description: profile.metadata?.annotations?.description,
    tags: tagsOf(profile.metadata?.labels ?? {}),
    layers: keyed.map(([key]) => key),
    layerTags: Object.fromEntries(
      keyed.flatMap(([key, { type, tag, version: resolved }]) =>
        type === "manifest" ? [] : [[key, resolved || tag || ""]],
      ),
    ),
    layerValues: Object.fromEntries(keyed.map(([key, { values }]) => [key, values ?? ""])),
    variables: (variables.variables ?? []).map(({ name }) => name),
    versions: Object.fromEntries(
      [...(profile.spec?.versions ?? []), { uid, version }]
        .flatMap((each) => (each.uid && each.version ? [[each.version, each.uid] as const] : []))
        .sort(([a], [b]) => versionCompare(a, b)),
    ),
    layerUids: Object.fromEntries(keyed.map(([key, { packUid }]) => [key, packUid ?? ""])),
    layerRegistryUids: Object.fromEntries(
      keyed.flatMap(([key, { registryUid }]) => (registryUid ? [[key, registryUid]] : [])),
    ),
    manifests: Object.fromEntries(
      keyed.flatMap(([key, ref]) =>
        (ref.manifests ?? []).map(({ name, uid: manifest }) => [`${key}/${name}`, texts.get(manifest ?? "") ?? ""]),
      ),
    ),
  };
}

async function under(id: string, at: At, run: Run<Palette>): Promise<V1ClusterProfile> {
  const found = await orGone(clusterProfiles(run.context.client, at).get(id));
  if (found !== undefined) return found;
  throw new DiagnosticError({
    code: "NotFound",
    path: ["id"],
    summary: `There is no cluster profile with the uid "${id}"`,
    detail: `Palette has no cluster profile with the uid "${id}" that this scope can see. Check it, and the context and project; or give name instead.`,
  });
}

/** The given version of a name in exactly this scope, else the newest. */
async function named(config: State, at: At, run: Run<Palette>): Promise<V1ClusterProfile> {
  const { name = "", version, context = "project" } = config;
  const candidates = (await clusterProfileKind.listed(run.context, at))
    .filter((item) => item.name === name && (version === undefined || sameVersion(item.version, version)))
    .sort((a, b) => versionCompare(b.version, a.version));
  for (const { uid } of candidates) {
    // The list shows a project the tenant's profiles too, and does not say which is which.
    const found = await clusterProfiles(run.context.client, at).get(uid);
    if (found.metadata?.annotations?.scope === context) return found;
  }
  throw await noSuchProfile(clusterProfileKind, { ...config, name }, run);
}
