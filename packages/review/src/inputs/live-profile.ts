import {
  type LayerModel,
  type ManifestModel,
  type ProfileModel,
  tagsOf,
  type VariableModel,
} from "@palette-profiles/profiles";
import type { Reach } from "../model";
import type { LoneProfile } from "./exported-profile";
import { isJsonObject, type JsonObject, listOf, objectOf, textOf } from "./json";
import { checkNesting } from "./nesting";

/** What Palette's API answers of a cluster profile, one call each. */
export interface LiveAnswers {
  /** `GET /v1/clusterprofiles/{uid}`. */
  profile: unknown;
  /** `GET /v1/clusterprofiles/{uid}/variables`; without it the profile has none. */
  variables?: unknown;
  /** `GET /v1/clusterprofiles/{uid}/packs/manifests`; needed where a layer has manifests. */
  manifests?: unknown;
}

/**
 * A cluster profile as Palette has it.
 * @throws Error when the answer is no profile
 */
export function readLiveProfile({ profile, variables, manifests }: LiveAnswers): LoneProfile {
  checkNesting([profile, variables, manifests]);
  const { metadata, spec, status } = objectOf(profile);
  const { annotations, labels, name } = objectOf(metadata);
  const { published, draft, version } = objectOf(spec);
  const template = isJsonObject(published) ? published : draft;
  if (!isJsonObject(template) || typeof name !== "string") {
    throw new Error(
      "this is no cluster profile of Palette's API: it has no metadata.name, or nothing in spec.published",
    );
  }
  const contents = contentsOf(manifests);
  const model: ProfileModel = {
    name,
    version: textOf(version) || textOf(template.profileVersion) || "1.0.0",
    context: textOf(objectOf(annotations).scope),
    description: textOf(objectOf(annotations).description),
    tags: tagsOf(textLabels(labels)),
    type: textOf(template.type) ?? "add-on",
    cloud: textOf(template.cloudType) ?? "all",
    packs: listOf(template.packs).map((pack) => layerOf(objectOf(pack), contents)),
    variables: listOf(objectOf(variables).variables).map((variable) => variableOf(objectOf(variable))),
  };
  return { profile: model, reach: readReach({ status }) };
}

/** Who uses a profile: from `status` of Palette's answer, with names where it gives them, else uids. */
export function readReach(profile: unknown): Reach {
  const { inUseClusters, inUseClusterUids, inUseClusterTemplates } = objectOf(objectOf(profile).status);
  const clusters = named(inUseClusters);
  return {
    clusters: clusters.length > 0 ? clusters : listOf(inUseClusterUids).filter((uid) => typeof uid === "string"),
    templates: named(inUseClusterTemplates),
  };
}

function named(references: unknown): string[] {
  return listOf(references)
    .map(objectOf)
    .map(({ name, uid }) => textOf(name) || textOf(uid) || "?");
}

function textLabels(labels: unknown): Record<string, string> {
  const texts = Object.entries(objectOf(labels)).filter(
    (label): label is [string, string] => typeof label[1] === "string",
  );
  return Object.fromEntries(texts);
}

/** Manifests' texts by uid: the profile itself only names them. */
function contentsOf(manifests: unknown): ReadonlyMap<string, string> {
  const all = listOf(objectOf(objectOf(manifests).spec).packs).flatMap((pack) =>
    listOf(objectOf(objectOf(pack).spec).manifests).map(objectOf),
  );
  return new Map(all.map(({ uid, content }) => [textOf(uid) ?? "", textOf(content) ?? ""]));
}

function layerOf(pack: JsonObject, contents: ReadonlyMap<string, string>): LayerModel {
  const type = textOf(pack.type) ?? "spectro";
  return {
    name: textOf(pack.name) ?? "?",
    type,
    ...(type === "manifest" ? {} : { tag: textOf(pack.tag) ?? textOf(pack.version) }),
    uid: textOf(pack.packUid),
    registryUid: textOf(pack.registryUid),
    values: textOf(pack.values),
    manifests: listOf(pack.manifests)
      .map(objectOf)
      .map((manifest): ManifestModel => {
        const uid = textOf(manifest.uid);
        return { name: textOf(manifest.name) ?? "?", content: contents.get(uid ?? "") ?? "", uid };
      }),
  };
}

function variableOf(it: JsonObject): VariableModel {
  const name = textOf(it.name) ?? "?";
  return {
    ...(it as Partial<VariableModel>),
    name,
    displayName: textOf(it.displayName) ?? name,
    options: listOf(it.options)
      .map(objectOf)
      .map(({ value, label, description }) => ({
        value: textOf(value) ?? "",
        label: textOf(label) ?? textOf(value) ?? "",
        description: textOf(description),
      })),
  };
}
