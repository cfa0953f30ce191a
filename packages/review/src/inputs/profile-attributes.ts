import {
  type DeepMaybeUnknown,
  type LayerModel,
  type ManifestModel,
  type ProfileModel,
  UNKNOWN,
  type VariableModel,
} from "@palette-profiles/profiles";
import { blocks, isSensitive, type MarkedObject } from "./marked-object";
import { each, readAttributes } from "./read-attributes";

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
    ...readAttributes<ProfileModel>(from, PROFILE, "the profile"),
    packs: each(blocks(from, "pack"), readLayer),
    variables: Array.isArray(variables) ? flatten(variables, readVariable) : UNKNOWN,
  } as DeepMaybeUnknown<ProfileModel>;
}

function readLayer(from: MarkedObject, index: number): DeepMaybeUnknown<LayerModel> {
  const manifests = each(blocks(from, "manifest"), (manifest, at) =>
    readAttributes<ManifestModel>(manifest, MANIFEST, `manifest ${at + 1}`),
  );
  return {
    ...readAttributes<LayerModel>(from, LAYER, `layer ${index + 1}`),
    manifests,
  } as DeepMaybeUnknown<LayerModel>;
}

function readVariable(from: MarkedObject, index: number): DeepMaybeUnknown<VariableModel> {
  const options = blocks(from, "options");
  const variable = readAttributes<VariableModel>(from, VARIABLE, `variable ${index + 1}`);
  const list = each(options, ({ value }) => ({
    label: value.label,
    value: value.value,
    description: value.description,
  }));
  const sensitive = [...(variable.sensitive ?? []), ...(isSensitive(from, "options") ? ["options"] : [])];
  return { ...variable, options: list, sensitive } as DeepMaybeUnknown<VariableModel>;
}

function flatten<T>(
  groups: (MarkedObject[] | typeof UNKNOWN)[],
  make: (item: MarkedObject, index: number) => T,
): T[] | typeof UNKNOWN {
  const known = groups.filter((group) => Array.isArray(group));
  return known.length === groups.length ? known.flat().map(make) : UNKNOWN;
}
