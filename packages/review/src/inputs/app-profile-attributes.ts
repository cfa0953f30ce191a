import {
  type AppProfileModel,
  type DeepMaybeUnknown,
  type ManifestModel,
  type TierModel,
  UNKNOWN,
} from "@palette-profiles/profiles";
import { objectOf } from "./json";
import { attribute, blocks, isSensitive, type MarkedObject } from "./marked-object";
import { each, readAttributes } from "./read-attributes";

/** Attribute names of the Terraform resources, under the model's names. */
const APP_PROFILE = {
  name: "name",
  version: "version",
  cloud: "cloud",
  context: "context",
  project: "project",
  description: "description",
  tags: "tags",
};
const TIER = {
  name: "name",
  type: "type",
  packName: "pack_name",
  tag: "tag",
  uid: "uid",
  sourceAppTier: "source_app_tier",
  registryUid: "registry_uid",
  registryName: "registry_name",
  installOrder: "install_order",
  values: "values",
};
const MANIFEST = { name: "name", content: "content", uid: "uid" };

/** Reads the attributes of `palette_app_profile`, which are more than those of `spectrocloud_application_profile`. */
export function readAppProfile(from: MarkedObject): DeepMaybeUnknown<AppProfileModel> {
  return {
    ...readAttributes<AppProfileModel>(from, APP_PROFILE, "the profile"),
    tiers: each(blocks(from, "pack"), readTier),
  } as DeepMaybeUnknown<AppProfileModel>;
}

function readTier(from: MarkedObject, index: number): DeepMaybeUnknown<TierModel> {
  const tier = readAttributes<TierModel>(from, TIER, `tier ${index + 1}`);
  const sensitive = [...(tier.sensitive ?? []), ...(isSensitive(from, "properties") ? ["properties"] : [])];
  return {
    ...tier,
    properties: readMap(from, "properties"),
    sensitiveProperties: readMap(from, "sensitive_properties"),
    manifests: each(blocks(from, "manifest"), (manifest, at) =>
      readAttributes<ManifestModel>(manifest, MANIFEST, `manifest ${at + 1}`),
    ),
    ...(sensitive.length > 0 ? { sensitive } : {}),
  } as DeepMaybeUnknown<TierModel>;
}

/** A map of texts, some of which may not be known yet. */
function readMap(from: MarkedObject, name: string): unknown {
  const map = attribute(from, name);
  if (map === UNKNOWN) return UNKNOWN;
  const unknown = objectOf(objectOf(from.unknown)[name]);
  const later = Object.keys(unknown).filter((key) => unknown[key] === true);
  if (map === undefined && later.length === 0) return undefined;
  return { ...objectOf(map), ...Object.fromEntries(later.map((key) => [key, UNKNOWN])) };
}
