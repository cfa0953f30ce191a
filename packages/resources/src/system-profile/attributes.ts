import { sameYaml } from "@palette-profiles/profiles";
import { s, type Values } from "@palette-profiles/resource-kit";
import { timeout } from "../lineage/attributes";

const nameOf = (element: Record<string, unknown>): string | undefined =>
  typeof element.name === "string" ? element.name : undefined;

const manifests = s.blockList({
  description: "A manifest of the layer that is changed here. Those that are not listed stay as they are.",
  terraform: "manifest",
  key: nameOf,
  example: [{ name: "team-a", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
  attributes: {
    name: s.string({ description: "The manifest's name in the layer.", required: true, example: "team-a" }),
    content: s.string({
      description: "The whole manifest, as YAML. What an upgrade of Palette changes elsewhere in it is kept.",
      required: true,
      equal: sameYaml,
      example: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n",
    }),
    effectiveContent: s.string({
      description: "What Palette holds: `content` together with what upgrades of Palette brought.",
      computed: true,
      equal: sameYaml,
      example: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n",
    }),
  },
});

const packs = s.blockList({
  description:
    "A layer of the profile that is changed here. Layers that are not listed stay as they are; none is added or removed.",
  terraform: "pack",
  key: nameOf,
  example: [{ name: "kubernetes", overrides: "pack:\n  podCIDR: 10.100.0.0/16\n" }],
  attributes: {
    name: s.string({
      description: "The layer's name in the profile, such as `kubernetes`.",
      required: true,
      example: "kubernetes",
    }),
    tag: s.string({
      description: "The pack's version. Left out, the one that the profile has, and that upgrades of Palette bring.",
      optional: true,
      example: "1.30.9",
    }),
    values: s.string({
      description:
        "The layer's whole values, as YAML. What an upgrade of Palette changes elsewhere in them is kept. Give this or `overrides`.",
      optional: true,
      equal: sameYaml,
      example: "pack:\n  podCIDR: 10.100.0.0/16\n  serviceClusterIpRange: 10.200.0.0/16\n",
    }),
    overrides: s.string({
      description:
        "Only what differs from Palette's own values of the layer, as YAML, such as `podCIDR`. Laid over whatever an upgrade brings. Give this or `values`.",
      optional: true,
      equal: sameYaml,
      example: "pack:\n  podCIDR: 10.100.0.0/16\n",
    }),
    overwrite: s.stringSet({
      description:
        "Paths, as a conflict names them, at which what is written here wins over what an upgrade of Palette brought.",
      optional: true,
      local: true,
      example: ["pack.podCIDR"],
    }),
    effectiveTag: s.string({
      description: "The pack's version that Palette holds.",
      computed: true,
      example: "1.30.9",
    }),
    effectiveValues: s.string({
      description: "What Palette holds: the written values together with what upgrades of Palette brought.",
      computed: true,
      equal: sameYaml,
      example: "pack:\n  podCIDR: 10.100.0.0/16\n  serviceClusterIpRange: 10.200.0.0/16\n",
    }),
    manifests,
  },
});

export const systemProfileAttributes = {
  id: s.string({ description: "The profile's uid.", computed: true, example: "65b3f1c0e4b0a1c2d3e4f507" }),
  name: s.string({
    description: "The profile's name. It must be there: system profiles come with Palette.",
    required: true,
    replaces: true,
    example: "enterprise-cluster",
  }),
  version: s.string({ description: "The profile's version.", computed: true, example: "1.0.0" }),
  cloud: s.string({ description: "The cloud of the Enterprise cluster.", computed: true, example: "vsphere" }),
  description: s.string({
    description: "What the profile is for, as Palette says.",
    computed: true,
    sometimes: true,
    example: "The profile of the Enterprise cluster",
  }),
  packs,
  allowUpdate: s.bool({
    description:
      "Lets an apply change the profile. Without it, a plan that would change anything is an error. Default `false`.",
    optional: true,
    local: true,
    example: true,
  }),
  backupFile: s.string({
    description:
      "A file that gets the layers as they were, before each update. An earlier one is kept beside it. Way back: `palette-profiles system-profile restore FILE`.",
    optional: true,
    local: true,
    example: "backup/enterprise-cluster.yaml",
  }),
  timeouts: s.block({
    description: "How long calls to Palette may take together.",
    local: true,
    example: { create: "30m", update: "30m" },
    attributes: { create: timeout("the adoption"), update: timeout("an update") },
  }),
  previousLayers: s.string({
    description: "The layers as they were before the last update, as YAML in the form of `backup_file`.",
    computed: true,
    sometimes: true,
    sensitive: true,
    local: true,
    example: "layers:\n  - name: kubernetes\n    tag: 1.30.9\n",
  }),
  lastApplied: s.string({
    description: "What was written and sent last, for merging it with what upgrades of Palette bring.",
    computed: true,
    sensitive: true,
    example: "{}",
  }),
};

export type SystemProfileState = Values<typeof systemProfileAttributes>;
export type SystemLayerState = NonNullable<SystemProfileState["packs"]>[number];
