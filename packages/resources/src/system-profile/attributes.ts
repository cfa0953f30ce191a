import { sameYaml } from "@palette-profiles/profiles";
import { s, type Values } from "@palette-profiles/resource-kit";
import { timeout } from "../lineage/attributes";

const nameOf = (element: Record<string, unknown>): string | undefined =>
  typeof element.name === "string" ? element.name : undefined;

const manifests = s.blockList({
  description: "A manifest of the layer that is changed here. Those that are not listed stay as they are.",
  terraform: "manifest",
  key: nameOf,
  attributes: {
    name: s.string({ description: "The manifest's name in the layer.", required: true }),
    content: s.string({
      description: "The whole manifest, as YAML. What an upgrade of Palette changes elsewhere in it is kept.",
      required: true,
      equal: sameYaml,
    }),
    effectiveContent: s.string({
      description: "What Palette holds: `content` together with what upgrades of Palette brought.",
      computed: true,
      equal: sameYaml,
    }),
  },
});

const packs = s.blockList({
  description:
    "A layer of the profile that is changed here. Layers that are not listed stay as they are; none is added or removed.",
  terraform: "pack",
  key: nameOf,
  attributes: {
    name: s.string({ description: "The layer's name in the profile, such as `kubernetes`.", required: true }),
    tag: s.string({
      description: "The pack's version. Left out, the one that the profile has, and that upgrades of Palette bring.",
      optional: true,
    }),
    values: s.string({
      description:
        "The layer's whole values, as YAML. What an upgrade of Palette changes elsewhere in them is kept. Give this or `overrides`.",
      optional: true,
      equal: sameYaml,
    }),
    overrides: s.string({
      description:
        "Only what differs from Palette's own values of the layer, as YAML, such as `podCIDR`. Laid over whatever an upgrade brings. Give this or `values`.",
      optional: true,
      equal: sameYaml,
    }),
    overwrite: s.stringSet({
      description:
        "Paths, as a conflict names them, at which what is written here wins over what an upgrade of Palette brought.",
      optional: true,
      local: true,
    }),
    effectiveTag: s.string({ description: "The pack's version that Palette holds.", computed: true }),
    effectiveValues: s.string({
      description: "What Palette holds: the written values together with what upgrades of Palette brought.",
      computed: true,
      equal: sameYaml,
    }),
    manifests,
  },
});

export const systemProfileAttributes = {
  id: s.string({ description: "The profile's uid.", computed: true }),
  name: s.string({
    description: "The profile's name. It must be there: system profiles come with Palette.",
    required: true,
    replaces: true,
  }),
  version: s.string({ description: "The profile's version.", computed: true }),
  cloud: s.string({ description: "The cloud of the Enterprise cluster.", computed: true }),
  description: s.string({ description: "What the profile is for, as Palette says.", computed: true }),
  packs,
  allowUpdate: s.bool({
    description:
      "Lets an apply change the profile. Without it, a plan that would change anything is an error. Default `false`.",
    optional: true,
    local: true,
  }),
  backupFile: s.string({
    description:
      "A file that gets the layers as they were, before each update. An earlier one is kept beside it. Way back: `palette-profiles system-profile restore FILE`.",
    optional: true,
    local: true,
  }),
  timeouts: s.block({
    description: "How long calls to Palette may take together.",
    local: true,
    attributes: { create: timeout("the adoption"), update: timeout("an update") },
  }),
  previousLayers: s.string({
    description: "The layers as they were before the last update, as YAML in the form of `backup_file`.",
    computed: true,
    sensitive: true,
    local: true,
  }),
  lastApplied: s.string({
    description: "What was written and sent last, for merging it with what upgrades of Palette bring.",
    computed: true,
    sensitive: true,
  }),
};

export type SystemProfileState = Values<typeof systemProfileAttributes>;
export type SystemLayerState = NonNullable<SystemProfileState["packs"]>[number];
