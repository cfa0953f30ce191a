import type {
  V1ClusterProfileEntity,
  V1ClusterProfileUpdateEntity,
  V1PackManifestEntity,
  V1PackManifestUpdateEntity,
  V1ProfileMetaEntity,
  V1Variable,
} from "@palette-profiles/palette-api";
import { labelsOf } from "@palette-profiles/profiles";
import type { ClusterProfileState, LayerState, VariableState } from "./attributes";

/** What Palette calls a layer of manifests that it has not given a uid of its own yet. */
const NEW_MANIFEST_PACK = "spectro-manifest-pack";

/** A state as the body of a create. */
export function createEntity(it: ClusterProfileState): V1ClusterProfileEntity {
  return {
    metadata: metadataOf(it),
    spec: {
      version: it.version,
      template: {
        cloudType: it.cloud || "all",
        type: it.type,
        packs: (it.packs ?? []).map((layer) => packEntity(layer)),
      },
      variables: variablesOf(it).map(variableEntity),
    },
  } as V1ClusterProfileEntity;
}

/** A state as the body of an update, which overwrites all layers. */
export function updateEntity(uid: string, it: ClusterProfileState): V1ClusterProfileUpdateEntity {
  return {
    metadata: { name: it.name, uid },
    spec: {
      version: it.version,
      template: { type: it.type, packs: (it.packs ?? []).map((layer) => packEntity(layer)) },
    },
  } as V1ClusterProfileUpdateEntity;
}

export function metadataEntity(it: ClusterProfileState): V1ProfileMetaEntity {
  return { metadata: metadataOf(it), spec: { version: it.version } } as V1ProfileMetaEntity;
}

export function variablesOf(it: Pick<ClusterProfileState, "profileVariables">): VariableState[] {
  return it.profileVariables?.variables ?? [];
}

export function variableEntity(it: VariableState): V1Variable {
  return {
    name: it.name,
    displayName: it.displayName,
    format: it.format,
    inputType: it.inputType,
    description: it.description,
    defaultValue: it.defaultValue ?? it.defaultValueWo,
    regex: it.regex,
    required: it.required ?? false,
    immutable: it.immutable ?? false,
    isSensitive: it.isSensitive ?? false,
    hidden: it.hidden ?? false,
    ...(it.options === undefined || it.options.length === 0 ? {} : { options: it.options }),
  } as V1Variable;
}

function metadataOf(it: ClusterProfileState) {
  return { name: it.name, annotations: { description: it.description ?? "" }, labels: labelsOf(it.tags ?? []) };
}

function packEntity(it: LayerState): V1PackManifestEntity | V1PackManifestUpdateEntity {
  return {
    name: it.name,
    type: it.type || "spectro",
    tag: it.tag,
    registryUid: it.registryUid,
    uid: it.uid ?? (it.type === "manifest" ? NEW_MANIFEST_PACK : undefined),
    values: it.values?.trim(),
    manifests: (it.manifests ?? []).map(({ name, content, uid }) => ({ name, content: content.trim(), uid })),
  } as V1PackManifestEntity;
}
