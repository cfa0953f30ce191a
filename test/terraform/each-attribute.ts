import { type Attributes, isBlock, terraformName } from "@palette-profiles/resource-kit";
import { palette } from "@palette-profiles/resources";

/** One attribute, before and after a change of it. `head` and `layer` stand for what is not in question. */
export interface AttributeChange {
  /** The attributes that the row is about, as `pack.manifest.content`. */
  of: string;
  was: string;
  is: string;
  /** Default `update`. */
  action?: "replace";
}

/** Every attribute of a resource that people write. */
export function writtenAttributes(type: string): string[] {
  return pathsOf(palette.resources.find((each) => each.type === type)!.attributes);
}

function pathsOf(attributes: Attributes, prefix = ""): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const path = prefix + terraformName(name, attribute);
    if (isBlock(attribute)) return pathsOf(attribute.attributes, `${path}.`);
    return attribute.required === true || attribute.optional === true ? [path] : [];
  });
}

const NGINX = 'pack {\n  name = "nginx"\n  tag = "1.11.4"\n}';
const argo = (tag: string) => `pack {\n  name = "argo-cd"\n  tag = "${tag}"\n}`;
const nginx = (more: string) => `pack {\n  name = "nginx"\n  ${more}\n}`;
const manifest = (name: string, content: string, type = 'type = "manifest"') =>
  `pack {\n  name = "raw"\n  ${type}\n  manifest {\n    name = "${name}"\n    content = "kind: ConfigMap\\nmetadata: {name: ${content}}\\n"\n  }\n}`;
const infra = ["ubuntu-aws/22.04", "kubernetes/1.30.9", "cni-calico/3.29.1", "csi-aws-ebs/1.37.0"]
  .map((each) => each.split("/"))
  .map(([name, tag]) => `pack {\n  name = "${name}"\n  tag = "${tag}"\n}`)
  .join("\n");
const variable = (more: string, name = "v", displayName = "V") =>
  `profile_variables {\n  variable {\n    name = "${name}"\n    display_name = "${displayName}"\n    ${more}\n  }\n}`;
const change = (of: string, was: string, is: string, action?: "replace"): AttributeChange =>
  action === undefined ? { of, was, is } : { of, was, is, action };

/** What profiles of clusters and of apps have in common; `content` is a layer or a tier. */
const inCommon = (content: string): AttributeChange[] => [
  change("name", `name = "before"\n${content}`, `name = "after"\n${content}`),
  change("version", content, `version = "1.1.0"\n${content}`),
  change("context", content, `context = "tenant"\n${content}`, "replace"),
  change("project", content, `project = "Other"\n${content}`, "replace"),
  change("description", `description = "One"\n${content}`, `description = "Two"\n${content}`),
  change("tags", `tags = ["a", "b:c"]\n${content}`, `tags = ["a", "b:d"]\n${content}`),
  change("skip_destroy", content, `skip_destroy = true\n${content}`),
  change("version_policy", content, `version_policy = "in_place"\n${content}`),
  change("immutable_versions", content, `immutable_versions = true\n${content}`),
  change("retain_versions", content, `retain_versions = 3\n${content}`),
  change("adopt", content, `adopt = true\n${content}`),
  change(
    "timeouts.create timeouts.update timeouts.delete",
    `timeouts {\n  create = "5m"\n}\n${content}`,
    `timeouts {\n  create = "6m"\n  update = "7m"\n  delete = "8m"\n}\n${content}`,
  ),
];

export const clusterChanges: AttributeChange[] = [
  ...inCommon(NGINX),
  change(
    "type",
    `cloud = "aws"\ntype = "infra"\n${infra}`,
    `cloud = "aws"\ntype = "cluster"\n${infra}\n${NGINX}`,
    "replace",
  ),
  change("cloud", NGINX, `cloud = "aws"\n${NGINX}`, "replace"),
  change("pack.name", NGINX, argo("7.7.5")),
  change("pack.type", NGINX, manifest("m", "a")),
  change("pack.tag", argo("7.7.5"), argo("7.8.2")),
  change(
    "pack.registry_name",
    nginx('tag = "1.11.4"\nvalues = "a: 1"'),
    nginx('tag = "1.11.4"\nvalues = "a: 2"\nregistry_name = "Public Repo"'),
  ),
  change(
    "pack.registry_uid",
    nginx('tag = "1.11.4"\nvalues = "a: 1"'),
    nginx('tag = "1.11.4"\nvalues = "a: 2"\nregistry_uid = data.palette_registry.public.id'),
  ),
  change("pack.uid", argo("7.7.5"), 'pack {\n  name = "argo-cd"\n  uid = data.palette_pack.argo.id\n}'),
  change("pack.values", nginx('tag = "1.11.4"\nvalues = "a: 1"'), nginx('tag = "1.11.4"\nvalues = "a: 2"')),
  change("pack.overrides", nginx('tag = "1.11.4"\noverrides = "a: 1"'), nginx('tag = "1.11.4"\noverrides = "a: 2"')),
  change("pack.manifest.name", manifest("a", "a"), manifest("b", "a")),
  change("pack.manifest.content", manifest("a", "a"), manifest("a", "b")),
  ...[
    ["name", variable(""), variable("", "w")],
    ["display_name", variable(""), variable("", "v", "W")],
    ["format", variable(""), variable('format = "number"')],
    ["input_type", variable(""), variable('input_type = "multiline"')],
    ["description", variable('description = "One"'), variable('description = "Two"')],
    ["default_value", variable('default_value = "1"'), variable('default_value = "2"')],
    [
      "default_value_wo profile_variables.variable.default_value_wo_version",
      variable('is_sensitive = true\ndefault_value_wo = "1"\ndefault_value_wo_version = 1'),
      variable('is_sensitive = true\ndefault_value_wo = "2"\ndefault_value_wo_version = 2'),
    ],
    ["regex", variable('regex = "^a$"'), variable('regex = "^b$"')],
    ["required", variable(""), variable("required = true")],
    ["immutable", variable('default_value = "1"'), variable('default_value = "1"\nimmutable = true')],
    ["is_sensitive", variable(""), variable("is_sensitive = true")],
    ["hidden", variable(""), variable("hidden = true")],
    [
      "options.value profile_variables.variable.options.label profile_variables.variable.options.description",
      variable('input_type = "dropdown"\noptions {\n  value = "1"\n  label = "One"\n}'),
      variable('input_type = "dropdown"\noptions {\n  value = "2"\n  label = "Two"\n  description = "More"\n}'),
    ],
  ].map(([of, was, is]) => change(`profile_variables.variable.${of}`, `${NGINX}\n${was}`, `${NGINX}\n${is}`)),
];

const tier = (body: string, name = "api", type = "container") =>
  `pack {\n  name = "${name}"\n  type = "${type}"\n  ${body}\n}`;
const API = tier('values = "containerService:\\n  image: api:1\\n"');
const redis = (more: string) => tier(`pack_name = "redis-operator"\n${more}`, "cache", "operator-instance");
const both = (of: string, was: string, is: string) => change(`pack.${of}`, was, is);
const OLD = 'tag = "6.2.12-1"';

export const appChanges: AttributeChange[] = [
  ...inCommon(API),
  change("cloud", API, `cloud = "aws"\n${API}`),
  both("name", API, tier('values = "containerService:\\n  image: api:1\\n"', "web")),
  both("type", API, tier('manifest {\n  name = "m"\n  content = "kind: A"\n}', "api", "manifest")),
  both(
    "pack_name",
    redis(OLD),
    tier(
      'pack_name = "mysql-operator"\ntag = "0.6.2"\nsensitive_properties = { rootPassword = "c2VjcmV0" }\nproperties = { mysqlVolumeSize = "2" }',
      "cache",
      "operator-instance",
    ),
  ),
  both("tag", redis(OLD), redis('tag = "6.2.19-1"')),
  both("registry_name", redis(OLD), redis('tag = "6.2.19-1"\nregistry_name = "Public Repo"')),
  both("registry_uid", redis(OLD), redis('tag = "6.2.19-1"\nregistry_uid = data.palette_registry.public.id')),
  both("source_app_tier", redis(OLD), redis("source_app_tier = data.palette_pack.redis.id")),
  both("install_order", API, tier('install_order = 2\nvalues = "containerService:\\n  image: api:1\\n"')),
  both(
    "properties",
    redis(`${OLD}\nproperties = { redisVolumeSize = "2" }`),
    redis(`${OLD}\nproperties = { redisVolumeSize = "3" }`),
  ),
  both(
    "sensitive_properties",
    redis(`${OLD}\nsensitive_properties = { userPassword = "b25l" }`),
    redis(`${OLD}\nsensitive_properties = { userPassword = "dHdv" }`),
  ),
  both("values", API, tier('values = "containerService:\\n  image: api:2\\n"')),
  both("manifest.name", manifest("a", "a"), manifest("b", "a")),
  both("manifest.content", manifest("a", "a"), manifest("a", "b")),
];

/** The system profile is one: all at once. */
export const systemChange = {
  of: [
    "name allow_update backup_file timeouts.create timeouts.update pack.name pack.tag pack.values pack.overrides",
    "pack.overwrite pack.manifest.name pack.manifest.content",
  ].join(" "),
  was: `name = "palette-enterprise"\npack {\n  name = "cni-calico"\n}`,
  is: `name = "palette-enterprise"
allow_update = true
backup_file = "backup.yaml"
timeouts {
  create = "5m"
  update = "6m"
}
pack {
  name = "kubernetes"
  tag = "1.31.5"
  overrides = "pack: {podCIDR: 100.64.0.0/16}"
  overwrite = ["pack.podCIDR"]
}
pack {
  name = "cni-calico"
  values = "a: 1"
}
pack {
  name = "palette-settings"
  manifest {
    name = "banner"
    content = "apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: banner, namespace: hubble-system}\\ndata: {text: Ours}\\n"
  }
}`,
};
