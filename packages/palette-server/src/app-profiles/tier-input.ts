import type { V1AppTierType } from "@palette-profiles/palette-api";
import { readList, readObject, readOneOf, readString } from "../body";
import { invalid } from "../errors";
import { type ManifestInput, readManifests } from "../profiles/pack-input";

const TIER_TYPES = ["manifest", "helm", "operator-instance", "container"] as const satisfies readonly V1AppTierType[];

export interface PropertyInput {
  name: string;
  value: string;
}

/** What may be changed of a tier that exists: `v1AppTierUpdateEntity`. */
export interface TierUpdate {
  /** Empty where none is given. */
  name: string;
  version: string;
  containerRegistryUid: string;
  installOrder: number;
  values: string;
  properties: PropertyInput[];
  manifests: ManifestInput[];
}

/** A whole tier as a client asks for it: `v1AppTierEntity`. Nothing of it is checked against registries. */
export interface TierInput extends TierUpdate {
  type: V1AppTierType;
  registryUid: string;
  sourceAppTierUid: string;
}

/** Reads `appTiers` of a create or an update; absent and null mean none. */
export function readTiers(value: unknown, path: string): TierInput[] {
  return (readList(value, path) ?? []).map((item, index) => readTier(item, `${path}[${index}]`));
}

/** Reads one tier; one without a type is made of manifests. */
export function readTier(value: unknown, path: string): TierInput {
  const tier = readObject(value, path) ?? {};
  const text = (key: string) => readString(tier[key], at(path, key))?.trim() ?? "";
  const update = readTierUpdate(value, path);
  if (update.name === "") throw invalid("InvalidAppTier", `${at(path, "name")} is missing`);
  return {
    ...update,
    type: readOneOf(tier.type, at(path, "type"), TIER_TYPES) ?? "manifest",
    registryUid: text("registryUid"),
    sourceAppTierUid: text("sourceAppTierUid"),
  };
}

/** Reads the body of `PUT .../tiers/{tierUid}`: what is absent is emptied, but for the name. */
export function readTierUpdate(value: unknown, path: string): TierUpdate {
  const tier = readObject(value, path) ?? {};
  const text = (key: string) => readString(tier[key], at(path, key))?.trim() ?? "";
  const name = text("name");
  const owner = name === "" ? "tier" : `tier "${name}"`;
  return {
    name,
    version: text("version"),
    containerRegistryUid: text("containerRegistryUid"),
    installOrder: readWholeNumber(tier.installOrder, at(path, "installOrder")),
    // As with cluster profiles, without their outer white space.
    values: text("values"),
    properties: readProperties(tier.properties, owner, at(path, "properties")),
    manifests: readManifests(tier.manifests, owner, at(path, "manifests")),
  };
}

function readProperties(value: unknown, owner: string, path: string): PropertyInput[] {
  const properties = (readList(value, path) ?? []).map((item, index) => {
    const property = readObject(item, `${path}[${index}]`) ?? {};
    const name = readString(property.name, `${path}[${index}].name`)?.trim() ?? "";
    if (name === "") throw invalid("InvalidTierProperty", `${path}[${index}].name is missing`);
    return { name, value: readString(property.value, `${path}[${index}].value`) ?? "" };
  });
  const names = properties.map((property) => property.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw invalid("InvalidTierProperty", `The ${owner} has two properties of the name "${twice}": give each once`);
  }
  return properties;
}

/** Palette counts in 32 bits; absent and null are 0. */
function readWholeNumber(value: unknown, path: string): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === "number" && value === (value | 0)) return value;
  throw invalid("InvalidRequestBody", `${path} must be a whole number of 32 bits, not ${JSON.stringify(value)}`);
}

/** The body itself has no path. */
function at(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
