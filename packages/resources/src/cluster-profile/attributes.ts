import { layerKey, sameYaml } from "@palette-profiles/profiles";
import { known, s, type Values } from "@palette-profiles/resource-kit";
import { headAttributes, lifeAttributes } from "../lineage/attributes";

const nameOf = (element: Record<string, unknown>): string | undefined =>
  typeof element.name === "string" ? element.name : undefined;

const manifests = s.blockList({
  description: "A Kubernetes manifest of the layer, or, in a layer of type `manifest`, the layer itself. In order.",
  terraform: "manifest",
  key: nameOf,
  example: [{ name: "team-a", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
  attributes: {
    name: s.string({ description: "The manifest's name, unique in the layer.", required: true, example: "team-a" }),
    content: s.string({
      description: "Kubernetes YAML, one or more documents. Formatting and comments are not changes.",
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

const packs = s.blockList({
  description:
    "A layer: a pack, a Helm chart, or manifests. In order; for infra and full profiles OS, Kubernetes, network, storage, then add-ons.",
  terraform: "pack",
  key: (layer) => {
    const name = nameOf(layer);
    return name === undefined
      ? undefined
      : layerKey({ name, values: stringOrUndefined(layer.values), overrides: stringOrUndefined(layer.overrides) });
  },
  example: [
    {
      name: "argo-cd",
      tag: "7.8.2",
      registryName: "Public Repo",
      overrides: "charts:\n  argo-cd:\n    server:\n      replicas: 2\n",
    },
    {
      name: "namespaces",
      type: "manifest",
      manifests: [{ name: "team-a", content: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-a\n" }],
    },
  ],
  attributes: {
    name: s.string({
      description: "The pack's name, such as `argo-cd`; for a manifest layer any name.",
      required: true,
      example: "argo-cd",
    }),
    type: s.string({
      description: "`spectro` (a pack), `oci` (a pack in an OCI registry), `helm` or `manifest`. Default `spectro`.",
      optional: true,
      default: "spectro",
      example: "spectro",
    }),
    tag: s.string({
      description:
        "The pack's version, such as `5.2.0`, or a train such as `5.2.x`. Needed unless `uid` is given or the layer is manifests.",
      optional: true,
      computed: true,
      example: "7.8.2",
    }),
    registryName: s.string({
      description:
        "The registry that holds the pack, by name. Give this or `registry_uid`. Default: the only registry that has the pack.",
      optional: true,
      computed: true,
      example: "Public Repo",
    }),
    registryUid: s.string({
      description: "The registry that holds the pack, by uid.",
      optional: true,
      computed: true,
      example: "65b3f1c0e4b0a1c2d3e4f502",
    }),
    uid: s.string({
      description: "The pack's uid. Left out, it follows from registry, name and tag, and is known in the plan.",
      optional: true,
      computed: true,
      example: "65b3f1c0e4b0a1c2d3e4f503",
    }),
    values: s.string({
      description:
        "The layer's whole values, as YAML. Left out, the pack's own default values. Formatting and comments are not changes.",
      optional: true,
      stays: true,
      equal: sameYaml,
      example: "charts:\n  argo-cd:\n    server:\n      replicas: 2\n",
    }),
    overrides: s.string({
      description:
        "Only what differs from the pack's own default values, as YAML. Laid over them; a new tag brings its new defaults. Give this or `values`.",
      optional: true,
      equal: sameYaml,
      example: "charts:\n  argo-cd:\n    server:\n      replicas: 2\n",
    }),
    resolvedTag: s.string({
      description:
        "The version that `tag` stands for: itself, or the newest of a train when the layer was last changed.",
      computed: true,
      example: "7.8.2",
    }),
    manifests,
  },
});

const variables = s.blockList({
  description:
    "A profile variable, used in values and manifests as `{{.spectro.var.NAME}}`. In the order in which people are asked for it.",
  terraform: "variable",
  key: nameOf,
  example: [{ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" }],
  attributes: {
    name: s.string({ description: "The variable's name, unique in the profile.", required: true, example: "replicas" }),
    displayName: s.string({
      description: "What people see, unique in the profile.",
      required: true,
      example: "Replicas",
    }),
    format: s.string({
      description:
        "`string`, `number`, `boolean`, `ipv4`, `ipv4cidr`, `ipv6`, `version` or `base64`. Default `string`.",
      optional: true,
      default: "string",
      example: "number",
    }),
    inputType: s.string({
      description: "`text`, `dropdown` or `multiline`. Default `text`.",
      optional: true,
      default: "text",
      example: "text",
    }),
    description: s.string({
      description: "What the variable is for.",
      optional: true,
      example: "How many servers run",
    }),
    defaultValue: s.string({
      description: "The value where a cluster gives none. Hidden in plans, since Palette may hold a secret here.",
      optional: true,
      sensitive: true,
      example: "2",
    }),
    defaultValueWo: s.string({
      description:
        "The default of a variable with `is_sensitive`, kept out of plans and states. Written when the profile is made, when `default_value_wo_version` changes, and with any other change of the variables. Give this or `default_value`.",
      optional: true,
      writeOnly: true,
      sensitive: true,
      example: "a-secret-default",
    }),
    defaultValueWoVersion: s.number({
      description: "A number that stands for what `default_value_wo` is: raise it to write the value again.",
      optional: true,
      local: true,
      example: 1,
    }),
    regex: s.string({ description: "An RE2 expression that values must match.", optional: true, example: "^[1-9]$" }),
    required: s.bool({
      description: "A cluster must give a value. Default `false`.",
      optional: true,
      default: false,
      example: true,
    }),
    immutable: s.bool({
      description: "A cluster cannot change the value. Needs a default. Default `false`.",
      optional: true,
      default: false,
      example: true,
    }),
    isSensitive: s.bool({
      description: "Palette masks the value. Default `false`.",
      optional: true,
      default: false,
      example: true,
    }),
    hidden: s.bool({
      description: "Not shown when a cluster is deployed. Default `false`.",
      optional: true,
      default: false,
      example: true,
    }),
    options: s.blockList({
      description: "A choice of a `dropdown`.",
      key: (option) => (typeof option.value === "string" ? option.value : undefined),
      example: [{ value: "eu-west-1", label: "Ireland" }],
      attributes: {
        value: s.string({ description: "The value.", required: true, example: "eu-west-1" }),
        label: s.string({ description: "What people see.", required: true, example: "Ireland" }),
        description: s.string({
          description: "What the choice means.",
          optional: true,
          example: "For customers in the EU",
        }),
      },
    }),
  },
});

/** The official provider's names, so that programs written for it move over. */
export const clusterProfileAttributes = {
  ...headAttributes,
  type: s.string({
    description: "`add-on`, `infra` or `cluster` (full). Default `add-on`.",
    optional: true,
    default: "add-on",
    replaces: true,
    example: "add-on",
  }),
  cloud: s.string({
    description: "The cloud that the profile is for, such as `aws`, or `all`. Default `all`.",
    optional: true,
    default: "all",
    replaces: true,
    example: "aws",
  }),
  description: s.string({
    description: "What the profile is for.",
    optional: true,
    example: "What every cluster gets",
  }),
  tags: s.stringSet({
    description: "Tags, each `key` or `key:value`.",
    optional: true,
    example: ["env:prod", "team:platform"],
  }),
  packs,
  profileVariables: s.block({
    description: "The profile's variables.",
    example: { variables: [{ name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" }] },
    attributes: { variables },
  }),
  ...lifeAttributes,
};

export type ClusterProfileState = Values<typeof clusterProfileAttributes>;
export type LayerState = NonNullable<ClusterProfileState["packs"]>[number];
export type ManifestState = NonNullable<LayerState["manifests"]>[number];
export type VariableState = NonNullable<NonNullable<ClusterProfileState["profileVariables"]>["variables"]>[number];

function stringOrUndefined(value: unknown): string | undefined {
  const it = known(value);
  return typeof it === "string" ? it : undefined;
}
