import { sameYaml } from "@palette-profiles/profiles";
import { s, type Values } from "@palette-profiles/resource-kit";
import { headAttributes, lifeAttributes } from "../lineage/attributes";

const nameOf = (element: Record<string, unknown>): string | undefined =>
  typeof element.name === "string" ? element.name : undefined;

const manifests = s.blockList({
  description: "A Kubernetes manifest of a `helm` tier, or, in a `manifest` tier, the tier itself. In order.",
  terraform: "manifest",
  key: nameOf,
  example: [{ name: "team-a", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
  attributes: {
    name: s.string({ description: "The manifest's name, unique in the tier.", required: true, example: "team-a" }),
    content: s.string({
      description:
        "Kubernetes YAML, one or more documents. Without a namespace it lands in `default`. Formatting and comments are not changes.",
      required: true,
      equal: sameYaml,
      example: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n",
    }),
    uid: s.string({
      description: "The manifest's uid in Palette.",
      computed: true,
      example: "65b3f1c0e4b0a1c2d3e4f501",
    }),
  },
});

const tiers = s.blockList({
  description:
    "A tier: a service, a container, a Helm chart, or manifests. In order, the lowest first: the output variables of a tier can be used in those after it, as `{{.spectro.app.$appDeploymentName.TIER.VARIABLE}}`.",
  terraform: "pack",
  key: nameOf,
  minItems: 1,
  example: [
    {
      name: "db",
      type: "operator-instance",
      packName: "postgresql-operator",
      tag: "1.8.2",
      properties: { databaseName: "shop", dbUserName: "shopper", databaseVolumeSize: "8" },
    },
    {
      name: "api",
      type: "container",
      values: 'containerService:\n  image: ghcr.io/example/shop-api:1.4.0\n  ports: ["3000"]\n',
    },
  ],
  attributes: {
    name: s.string({
      description: "The tier's name, unique in the profile; part of its output variables' names.",
      required: true,
      example: "db",
    }),
    type: s.string({
      description: "`operator-instance` (a service that Palette brings), `container`, `helm` or `manifest`.",
      required: true,
      example: "operator-instance",
    }),
    packName: s.string({
      description:
        "The pack or chart in its registry, such as `postgresql-operator`. Default: `container` for a container, else the tier's name.",
      optional: true,
      stays: true,
      example: "postgresql-operator",
    }),
    tag: s.string({
      description:
        "The version of the pack or chart, such as `1.8.2`. Needed for a service and a chart, unless `source_app_tier` is given. Default for a container: the newest.",
      optional: true,
      computed: true,
      example: "1.8.2",
    }),
    registryName: s.string({
      description:
        "The registry that holds the pack or chart, by name. Give this or `registry_uid`. Default: the only registry that has it.",
      optional: true,
      computed: true,
      example: "Public Repo",
    }),
    registryUid: s.string({
      description: "The registry that holds the pack or chart, by uid.",
      optional: true,
      computed: true,
      example: "65b3f1c0e4b0a1c2d3e4f502",
    }),
    sourceAppTier: s.string({
      description: "The pack's uid. Left out, it follows from registry, pack name and tag, and is known in the plan.",
      optional: true,
      computed: true,
      example: "65b3f1c0e4b0a1c2d3e4f503",
    }),
    installOrder: s.number({
      description:
        "When the tier is installed: lower numbers first, equal ones together. Must agree with the order of the tiers that use each other. Default `0`.",
      optional: true,
      default: 0,
      example: 1,
    }),
    properties: s.stringMap({
      description: "What a service is told, such as `databaseName`, by Palette's names.",
      optional: true,
      example: { databaseName: "shop", databaseVolumeSize: "8" },
    }),
    sensitiveProperties: s.stringMap({
      description: "The same for what nobody may read, such as passwords. Never shown.",
      optional: true,
      stays: true,
      sensitive: true,
      example: { userPassword: "ZXhhbXBsZQ==" },
    }),
    values: s.string({
      description:
        "The tier's whole values, as YAML. Left out, the pack's own default values. Formatting and comments are not changes.",
      optional: true,
      equal: sameYaml,
      example: "containerService:\n  image: ghcr.io/example/shop-api:1.4.0\n",
    }),
    uid: s.string({ description: "The tier's uid in Palette.", computed: true, example: "65b3f1c0e4b0a1c2d3e4f506" }),
    manifests,
  },
});

/** The official provider's names, so that programs written for it move over. */
export const appProfileAttributes = {
  ...headAttributes,
  name: { ...headAttributes.name, example: "shop" },
  cloud: s.string({
    description: "The cloud that the profile is for, or `all`. Palette keeps none for app profiles. Default `all`.",
    optional: true,
    default: "all",
    local: true,
    example: "all",
  }),
  description: s.string({
    description: "What the profile is for.",
    optional: true,
    example: "The shop and its database",
  }),
  tags: s.stringSet({
    description: "Tags, each `key` or `key:value`.",
    optional: true,
    example: ["env:prod", "team:shop"],
  }),
  tiers,
  ...lifeAttributes,
};

export type AppProfileState = Values<typeof appProfileAttributes>;
export type TierState = NonNullable<AppProfileState["tiers"]>[number];
export type TierManifestState = NonNullable<TierState["manifests"]>[number];
