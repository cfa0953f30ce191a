import type { LayerModel, ManifestModel, ProfileModel, VariableModel } from "../model/profile";
import { tagsOf } from "../tags";

/** Something in an exported profile that is missing or has the wrong form. */
export class ExportedProfileError extends Error {
  /**
   * @param place `spec.template.packs[0].name`, or `the file`
   * @param what a phrase that goes on from the place: `is missing or empty`
   */
  constructor(
    readonly place: string,
    readonly what: string,
  ) {
    super(`${place} ${what}`);
  }
}

/** What Palette's exports show in place of a secret. */
const MASK = /^\*+$/;

/** Whether a sensitive variable's default is one that Palette shows masked. */
export function isMaskedDefault(text: string): boolean {
  return MASK.test(text);
}

/**
 * The profile in what Palette exported: the API definition `v1ClusterProfileImportEntity`. Registries are told by name where they have one, since
 * another Palette gives them other uids.
 * @throws ExportedProfileError with the place and what is wrong there
 */
export function exportedProfile(exported: unknown): ProfileModel {
  if (!isMap(exported) || !isMap(exported.metadata) || !isMap(exported.spec)) {
    throw new ExportedProfileError(
      "the file",
      'has no "metadata" and "spec": export the profile in Palette as JSON or YAML, and give that',
    );
  }
  const { metadata, spec } = exported;
  const { template } = spec;
  if (!isMap(template)) {
    throw new ExportedProfileError("spec.template", "is missing: it holds the profile's type, cloud and packs");
  }
  return {
    name: required(metadata.name, "metadata.name"),
    version: text(spec.version, "spec.version"),
    description: text(metadata.description, "metadata.description"),
    tags: tagsOf(textsOf(metadata.labels)),
    type: text(template.type, "spec.template.type") ?? "add-on",
    cloud: text(template.cloudType, "spec.template.cloudType") ?? "all",
    packs: list(template.packs, "spec.template.packs").map((it, index) => layer(it, `spec.template.packs[${index}]`)),
    variables: list(spec.variables, "spec.variables").map((it, index) => variable(it, `spec.variables[${index}]`)),
  };
}

function layer(it: Map, place: string): LayerModel {
  const registry = mapOf(mapOf(it.registry).metadata);
  const name = text(registry.name, `${place}.registry.metadata.name`);
  return {
    name: required(it.name, `${place}.name`),
    type: text(it.type, `${place}.type`) ?? "spectro",
    tag: text(it.tag, `${place}.tag`) ?? text(it.version, `${place}.version`),
    registryName: name,
    registryUid: name === undefined ? text(registry.uid, `${place}.registry.metadata.uid`) : undefined,
    values: text(it.values, `${place}.values`),
    manifests: list(it.manifests, `${place}.manifests`).map(
      (manifest, index): ManifestModel => ({
        name: required(manifest.name, `${place}.manifests[${index}].name`),
        content: required(manifest.content, `${place}.manifests[${index}].content`),
      }),
    ),
  };
}

function variable(it: Map, place: string): VariableModel {
  const name = required(it.name, `${place}.name`);
  return {
    ...(it as Partial<VariableModel>),
    name,
    displayName: text(it.displayName, `${place}.displayName`) ?? name,
    defaultValue: text(it.defaultValue, `${place}.defaultValue`, it.isSensitive === true),
    options: list(it.options, `${place}.options`).map(({ value, label, description }, index) => {
      const given = required(value, `${place}.options[${index}].value`);
      return {
        value: given,
        label: text(label, `${place}.options[${index}].label`) ?? given,
        description: text(description, `${place}.options[${index}].description`),
      };
    }),
  };
}

type Map = Record<string, unknown>;

function isMap(value: unknown): value is Map {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function mapOf(value: unknown): Map {
  return isMap(value) ? value : {};
}

function textsOf(value: unknown): Record<string, string> {
  const texts = Object.entries(mapOf(value)).filter(([, label]) => typeof label === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}

function text(value: unknown, place: string, isSecret = false): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value;
  const shown = isSecret || typeof value === "object" ? `a ${typeof value}` : JSON.stringify(value);
  throw new ExportedProfileError(place, `is ${shown}, which is not a text: write it in quotes`);
}

function required(value: unknown, place: string): string {
  const found = text(value, place);
  if (found === undefined) throw new ExportedProfileError(place, "is missing or empty");
  return found;
}

function list(value: unknown, place: string): Map[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isMap)) return value;
  throw new ExportedProfileError(place, "is not a list of objects");
}
