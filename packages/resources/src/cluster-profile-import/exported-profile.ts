import type { V1ClusterProfileImportEntity, V1PackImportEntity, V1Variable } from "@palette-profiles/palette-api";
import { isObject } from "@palette-profiles/resource-kit";
import type { LayerState, VariableState } from "../cluster-profile/attributes";
import { tagsOf } from "../lineage/tags";
import { contentOf, type ProfileContent } from "./content";
import { problem } from "./problem";

/** What Palette's exports show in place of a secret. */
const MASK = /^\*+$/;

/**
 * The profile in what Palette exported: the API definition, `v1ClusterProfileImportEntity`.
 * @throws {DiagnosticError} with the file, the place in it, and what to do.
 */
export function profileOfExport(exported: unknown, file: string): ProfileContent {
  const told = (place: string, what: string) =>
    problem("NoProfileInFile", "The file does not hold a cluster profile", `${file}: ${place} ${what}.`);
  if (!isObject(exported) || !isObject(exported.metadata) || !isObject(exported.spec)) {
    throw told(
      "the file",
      'has no "metadata" and "spec": export the profile in Palette as JSON or YAML, and give that',
    );
  }
  const { metadata = {}, spec = {} } = exported as V1ClusterProfileImportEntity;
  const template: unknown = spec.template;
  if (!isObject(template)) throw told("spec.template", "is missing: it holds the profile's type, cloud and packs");
  const text = (value: unknown, place: string): string | undefined => {
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value === "string") return value;
    throw told(place, `is ${JSON.stringify(value)}, which is not a text: write it in quotes`);
  };
  const required = (value: unknown, place: string): string => {
    const found = text(value, place);
    if (found === undefined) throw told(place, "is missing or empty");
    return found;
  };
  const list = (value: unknown, place: string): Record<string, unknown>[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.every(isObject)) return value as Record<string, unknown>[];
    throw told(place, "is not a list of objects");
  };

  const layer = (it: V1PackImportEntity, place: string): LayerState => {
    const registry = it.registry?.metadata;
    const name = text(registry?.name, `${place}.registry.metadata.name`);
    return {
      name: required(it.name, `${place}.name`),
      type: text(it.type, `${place}.type`) ?? "spectro",
      tag: text(it.tag, `${place}.tag`) ?? text(it.version, `${place}.version`),
      registryName: name,
      // Another Palette gives its registries other uids.
      registryUid: name === undefined ? text(registry?.uid, `${place}.registry.metadata.uid`) : undefined,
      values: text(it.values, `${place}.values`),
      manifests: list(it.manifests, `${place}.manifests`).map((manifest, index) => ({
        name: required(manifest.name, `${place}.manifests[${index}].name`),
        content: required(manifest.content, `${place}.manifests[${index}].content`),
      })),
    };
  };
  const variable = (it: V1Variable, place: string): VariableState => {
    const name = required(it.name, `${place}.name`);
    const defaultValue = text(it.defaultValue, `${place}.defaultValue`);
    if (it.isSensitive === true && defaultValue !== undefined && !MASK.test(defaultValue)) {
      throw problem(
        "SecretInImportFile",
        "The file gives a secret",
        `${file}: ${place}, the variable "${name}", is sensitive and has a default value. Remove it from the file and give it in Palette, or write the profile as a palette_cluster_profile, which keeps it secret.`,
      );
    }
    return {
      ...it,
      name,
      displayName: text(it.displayName, `${place}.displayName`) ?? name,
      defaultValue: it.isSensitive === true ? undefined : defaultValue,
      options: list(it.options, `${place}.options`).map(({ value, label, description }, index) => ({
        value: required(value, `${place}.options[${index}].value`),
        label: text(label, `${place}.options[${index}].label`) ?? String(value),
        description: text(description, `${place}.options[${index}].description`),
      })),
    };
  };

  const variables = list(spec.variables, "spec.variables").map((it, index) =>
    variable(it as V1Variable, `spec.variables[${index}]`),
  );
  return contentOf({
    name: required(metadata.name, "metadata.name"),
    version: text(spec.version, "spec.version"),
    description: text(metadata.description, "metadata.description"),
    tags: tagsOf(isObject(metadata.labels) ? metadata.labels : {}),
    type: text(template.type, "spec.template.type") ?? "add-on",
    cloud: text(template.cloudType, "spec.template.cloudType") ?? "all",
    packs: list(template.packs, "spec.template.packs").map((it, index) =>
      layer(it as V1PackImportEntity, `spec.template.packs[${index}]`),
    ),
    profileVariables: variables.length === 0 ? undefined : { variables },
  });
}
