import {
  type DeepMaybeUnknown,
  type LayerModel,
  type ManifestModel,
  type ProfileModel,
  UNKNOWN,
  type VariableModel,
} from "@palette-profiles/profiles";
import { attribute, blocks, isSensitive, type MarkedObject } from "./marked-object";

/** Attribute names of the Terraform resources, under the model's names. */
const PROFILE = {
  name: "name",
  version: "version",
  type: "type",
  cloud: "cloud",
  context: "context",
  project: "project",
  description: "description",
  tags: "tags",
};
const LAYER = {
  name: "name",
  type: "type",
  tag: "tag",
  uid: "uid",
  registryUid: "registry_uid",
  registryName: "registry_name",
  values: "values",
  overrides: "overrides",
};
const MANIFEST = { name: "name", content: "content", uid: "uid" };
const VARIABLE = {
  name: "name",
  displayName: "display_name",
  format: "format",
  description: "description",
  defaultValue: "default_value",
  regex: "regex",
  required: "required",
  immutable: "immutable",
  isSensitive: "is_sensitive",
  hidden: "hidden",
  inputType: "input_type",
};

/** Reads the attributes of `palette_cluster_profile`, which are those of `spectrocloud_cluster_profile`. */
export function readProfile(from: MarkedObject): DeepMaybeUnknown<ProfileModel> {
  const groups = blocks(from, "profile_variables");
  const variables = Array.isArray(groups) ? groups.map((group) => blocks(group, "variable")) : UNKNOWN;
  return {
    ...read<ProfileModel>(from, PROFILE, "the profile"),
    packs: each(blocks(from, "pack"), readLayer),
    variables: Array.isArray(variables) ? flatten(variables, readVariable) : UNKNOWN,
  } as DeepMaybeUnknown<ProfileModel>;
}

function readLayer(from: MarkedObject, index: number): DeepMaybeUnknown<LayerModel> {
  const manifests = each(blocks(from, "manifest"), (manifest, at) =>
    read<ManifestModel>(manifest, MANIFEST, `manifest ${at + 1}`),
  );
  return { ...read<LayerModel>(from, LAYER, `layer ${index + 1}`), manifests } as DeepMaybeUnknown<LayerModel>;
}

function readVariable(from: MarkedObject, index: number): DeepMaybeUnknown<VariableModel> {
  const options = blocks(from, "options");
  const variable = read<VariableModel>(from, VARIABLE, `variable ${index + 1}`);
  const list = each(options, ({ value }) => ({
    label: value.label,
    value: value.value,
    description: value.description,
  }));
  const sensitive = [...(variable.sensitive ?? []), ...(isSensitive(from, "options") ? ["options"] : [])];
  return { ...variable, options: list, sensitive } as DeepMaybeUnknown<VariableModel>;
}

/** The attributes by the model's names. A name that is itself sensitive is replaced: it would show in every line. */
function read<T>(
  from: MarkedObject,
  names: Record<string, string>,
  place: string,
): { [K in keyof T]?: unknown } & { sensitive?: string[] } {
  const model: Record<string, unknown> = {};
  const sensitive: string[] = [];
  for (const [name, attributeName] of Object.entries(names)) {
    model[name] = attribute(from, attributeName);
    if (isSensitive(from, attributeName)) sensitive.push(name);
  }
  if (sensitive.includes("name")) model.name = `(masked name of ${place})`;
  return { ...model, ...(sensitive.length > 0 ? { sensitive } : {}) } as { [K in keyof T]?: unknown } & {
    sensitive?: string[];
  };
}

function each<T>(
  list: MarkedObject[] | typeof UNKNOWN,
  make: (item: MarkedObject, index: number) => T,
): T[] | typeof UNKNOWN {
  return Array.isArray(list) ? list.map(make) : UNKNOWN;
}

function flatten<T>(
  groups: (MarkedObject[] | typeof UNKNOWN)[],
  make: (item: MarkedObject, index: number) => T,
): T[] | typeof UNKNOWN {
  const known = groups.filter((group) => Array.isArray(group));
  return known.length === groups.length ? known.flat().map(make) : UNKNOWN;
}
