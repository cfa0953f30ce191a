import { type At, packs, type V1PackTagEntity, type V1RegistryMetadata } from "@palette-profiles/palette-api";
import { versionCompare } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Diagnostic,
  DiagnosticError,
  defineDataSource,
  s,
  type Values,
} from "@palette-profiles/resource-kit";
import { packIn, resolveRegistry, versionUid } from "../cluster-profile/layer";
import { explained } from "../explain";
import { wrong } from "../lineage/rules";
import type { Lookups } from "../lookups";
import { type Palette, scopeOf } from "../palette";

const attributes = {
  name: s.string({
    description: "The pack's name. Give this or `id`.",
    optional: true,
    computed: true,
    example: "argo-cd",
  }),
  id: s.string({
    description: "The uid of one version of the pack. Give this or `name`.",
    optional: true,
    computed: true,
    example: "65b3f1c0e4b0a1c2d3e4f503",
  }),
  version: s.string({
    description:
      "With `name`: the pack's version, or a train such as `1.30.x`. Default: the newest, which then stands here.",
    optional: true,
    computed: true,
    example: "7.8.x",
  }),
  resolvedVersion: s.string({ description: "The version found.", computed: true, example: "7.8.2" }),
  registryName: s.string({
    description: "The registry, by name. Default: the only one that has the pack.",
    optional: true,
    computed: true,
    sometimes: true,
    example: "Public Repo",
  }),
  registryUid: s.string({
    description: "The registry, by uid.",
    optional: true,
    computed: true,
    example: "65b3f1c0e4b0a1c2d3e4f502",
  }),
  withReadme: s.bool({
    description: "Also reads `readme`, which is one call more and tens of kilobytes in the state. Default `false`.",
    optional: true,
    example: true,
  }),
  values: s.string({
    description: "The pack's default values, as YAML.",
    computed: true,
    example: "charts:\n  argo-cd:\n    server:\n      replicas: 2\n",
  }),
  versions: s.stringList({
    description: "All versions there are, newest first.",
    computed: true,
    example: ["7.8.2", "7.7.5"],
  }),
  layer: s.string({
    description: "The layer it is for: `os`, `k8s`, `cni`, `csi` or `addon`.",
    computed: true,
    example: "addon",
  }),
  cloud: s.stringSet({
    description: "The clouds it is for, such as `aws`, or `all`.",
    computed: true,
    example: ["all"],
  }),
  readme: s.string({
    description: "With `with_readme`: what the pack says of itself, as Markdown.",
    computed: true,
    sometimes: true,
    example: "# Argo CD",
  }),
};

type State = Values<typeof attributes>;

export const packDataSource = defineDataSource<Palette, typeof attributes>({
  type: "pack",
  description: "A pack in a registry: its uid, its versions and its default values.",
  attributes,
  validate: checkKeys,
  read: (config, run) =>
    explained(`reading the pack "${config.name ?? config.id}"`, async () => {
      const { lookups, client } = run.context;
      const at = await scopeOf({}, run);
      const { pack, uid, registry } = await (config.id === undefined
        ? named(lookups, at, config)
        : under(lookups, at, config.id));
      const resolvedVersion = pack.tags?.find((each) => each.packUid === uid)?.version;
      const readme = config.withReadme === true ? await packs(client, at).readme(uid) : undefined;
      return {
        ...config,
        name: config.name ?? pack.name,
        version: config.version ?? resolvedVersion,
        resolvedVersion,
        registryName: registry?.name,
        registryUid: registry?.uid ?? pack.registryUid,
        id: uid,
        values: pack.packValues?.find((each) => each.packUid === uid)?.values ?? "",
        versions: versionsOf(pack),
        layer: pack.layer,
        cloud: pack.cloudTypes,
        readme: readme === undefined ? undefined : (readme.readme ?? ""),
      };
    }),
});

function checkKeys({ name, id, version, registryName, registryUid }: AnyValues): Diagnostic[] {
  if (name === undefined && id === undefined) {
    return [wrong(["name"], "NoName", "Which pack is not said", "Give the pack's name, or the uid of one version.")];
  }
  if (typeof id !== "string") return [];
  for (const [given, value] of Object.entries({ name, version, registryName, registryUid })) {
    if (typeof value !== "string") continue;
    const detail = `The uid "${id}" is one version of a pack in one registry; what else is given here, "${value}", says it again. Leave one of them out.`;
    return [wrong([given], "TwoNames", "A pack is named twice", detail)];
  }
  return [];
}

interface Found {
  pack: V1PackTagEntity;
  uid: string;
  registry: V1RegistryMetadata | undefined;
}

async function named(lookups: Lookups, at: At, config: State): Promise<Found> {
  const { name = "", registryName, registryUid } = config;
  const called = `The pack "${name}"`;
  const registry = await resolveRegistry(lookups, at, { name, called, registryName, registryUid });
  const pack = await packIn(lookups, at, name, registry);
  try {
    const uid = versionUid(pack, name, config.version ?? versionsOf(pack)[0] ?? "", registry, called);
    return { pack, uid, registry };
  } catch (error) {
    if (!(error instanceof DiagnosticError) || error.code !== "UnknownTag") throw error;
    // What layers call their tag is the version here.
    const { code, summary, message: detail } = error;
    throw new DiagnosticError({ code, summary, detail, path: ["version"] });
  }
}

async function under(lookups: Lookups, at: At, uid: string): Promise<Found> {
  const pack = await lookups.pack(at, uid);
  if (pack !== undefined) {
    return { pack, uid, registry: (await lookups.registries(at)).find((each) => each.uid === pack.registryUid) };
  }
  throw new DiagnosticError({
    code: "UnknownPack",
    path: ["id"],
    summary: `There is no pack with the uid "${uid}"`,
    detail: `Palette has no pack with the uid "${uid}". Check it, or give name and registry_name instead.`,
  });
}

function versionsOf(pack: V1PackTagEntity): string[] {
  return (pack.tags ?? []).flatMap((each) => each.version ?? []).sort((a, b) => versionCompare(b, a));
}
