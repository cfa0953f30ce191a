import { sameYaml } from "@palette-profiles/profiles";
import { s, type Values } from "@palette-profiles/resource-kit";
import { headAttributes, lifeAttributes } from "../lineage/attributes";

const nameOf = (element: Record<string, unknown>): string | undefined =>
  typeof element.name === "string" ? element.name : undefined;

const manifests = s.blockList({
  description: "A Kubernetes manifest of a `helm` tier, or, in a `manifest` tier, the tier itself. In order.",
  terraform: "manifest",
  key: nameOf,
  attributes: {
    name: s.string({ description: "The manifest's name, unique in the tier.", required: true }),
    content: s.string({
      description:
        "Kubernetes YAML, one or more documents. Without a namespace it lands in `default`. Formatting and comments are not changes.",
      required: true,
      equal: sameYaml,
    }),
    uid: s.string({ description: "The manifest's uid in Palette.", computed: true }),
  },
});

const tiers = s.blockList({
  description:
    "A tier: a service, a container, a Helm chart, or manifests. In order, the lowest first: the output variables of a tier can be used in those after it, as `{{.spectro.app.$appDeploymentName.TIER.VARIABLE}}`.",
  terraform: "pack",
  key: nameOf,
  minItems: 1,
  attributes: {
    name: s.string({
      description: "The tier's name, unique in the profile; part of its output variables' names.",
      required: true,
    }),
    type: s.string({
      description: "`operator-instance` (a service that Palette brings), `container`, `helm` or `manifest`.",
      required: true,
    }),
    packName: s.string({
      description:
        "The pack or chart in its registry, such as `postgresql-operator`. Default: `container` for a container, else the tier's name.",
      optional: true,
    }),
    tag: s.string({
      description:
        "The version of the pack or chart, such as `1.8.2`. Needed for a service and a chart, unless `source_app_tier` is given. Default for a container: the newest.",
      optional: true,
      computed: true,
    }),
    registryName: s.string({
      description:
        "The registry that holds the pack or chart, by name. Give this or `registry_uid`. Default: the only registry that has it.",
      optional: true,
      computed: true,
    }),
    registryUid: s.string({
      description: "The registry that holds the pack or chart, by uid.",
      optional: true,
      computed: true,
    }),
    sourceAppTier: s.string({
      description: "The pack's uid. Left out, it follows from registry, pack name and tag, and is known in the plan.",
      optional: true,
      computed: true,
    }),
    installOrder: s.number({
      description:
        "When the tier is installed: lower numbers first, equal ones together. Must agree with the order of the tiers that use each other. Default `0`.",
      optional: true,
      default: 0,
    }),
    properties: s.stringMap({
      description: "What a service is told, such as `databaseName`, by Palette's names.",
      optional: true,
    }),
    sensitiveProperties: s.stringMap({
      description: "The same for what nobody may read, such as passwords. Never shown.",
      optional: true,
      sensitive: true,
    }),
    values: s.string({
      description:
        "The tier's whole values, as YAML. Left out, the pack's own default values. Formatting and comments are not changes.",
      optional: true,
      equal: sameYaml,
    }),
    uid: s.string({ description: "The tier's uid in Palette.", computed: true }),
    manifests,
  },
});

/** The official provider's names, so that programs written for it move over. */
export const appProfileAttributes = {
  ...headAttributes,
  cloud: s.string({
    description: "The cloud that the profile is for, or `all`. Palette keeps none for app profiles. Default `all`.",
    optional: true,
    default: "all",
    local: true,
  }),
  description: s.string({ description: "What the profile is for.", optional: true }),
  tags: s.stringSet({ description: "Tags, each `key` or `key:value`.", optional: true }),
  tiers,
  ...lifeAttributes,
};

export type AppProfileState = Values<typeof appProfileAttributes>;
export type TierState = NonNullable<AppProfileState["tiers"]>[number];
export type TierManifestState = NonNullable<TierState["manifests"]>[number];
