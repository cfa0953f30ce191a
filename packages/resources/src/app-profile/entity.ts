import type {
  V1AppProfileEntity,
  V1AppProfileMetaEntity,
  V1AppTierEntity,
  V1AppTierUpdateEntity,
} from "@palette-profiles/palette-api";
import { labelsOf } from "@palette-profiles/profiles";
import type { AppProfileState, TierState } from "./attributes";

/** A state as the body of a create, and of an update of all of it. */
export function profileEntity(it: AppProfileState): V1AppProfileEntity {
  return {
    metadata: { name: it.name, ...metadataOf(it) },
    spec: { version: it.version, template: { appTiers: (it.tiers ?? []).map(tierEntity) } },
  } as V1AppProfileEntity;
}

/** What can change without the tiers. The name is not among it. */
export function metadataEntity(it: AppProfileState): V1AppProfileMetaEntity {
  return { metadata: metadataOf(it), version: it.version } as V1AppProfileMetaEntity;
}

/** A tier that is new to Palette. */
export function tierEntity(it: TierState): V1AppTierEntity {
  return {
    ...contentOf(it),
    type: it.type,
    registryUid: it.registryUid,
    sourceAppTierUid: it.sourceAppTier,
    manifests: (it.manifests ?? []).map(({ name, content }) => ({ name, content: content.trim() })),
  } as V1AppTierEntity;
}

/** A tier that is there, with other content; its manifests keep their uids. */
export function tierUpdateEntity(it: TierState, before: TierState): V1AppTierUpdateEntity {
  const uidOf = (name: string) => before.manifests?.find((each) => each.name === name)?.uid;
  return {
    ...contentOf(it),
    manifests: (it.manifests ?? []).map(({ name, content }) => ({ name, content: content.trim(), uid: uidOf(name) })),
  } as V1AppTierUpdateEntity;
}

function contentOf(it: TierState) {
  const properties = { ...it.properties, ...it.sensitiveProperties };
  return {
    name: it.name,
    version: it.tag,
    installOrder: it.installOrder,
    values: it.values?.trim(),
    properties: Object.entries(properties).map(([name, value]) => ({ name, value })),
  };
}

function metadataOf(it: AppProfileState) {
  return { annotations: { description: it.description ?? "" }, labels: labelsOf(it.tags ?? []) };
}
