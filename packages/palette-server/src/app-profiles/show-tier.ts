import type { V1AppTier, V1AppTierResolvedValues, V1Manifest } from "@palette-profiles/palette-api";
import { ZERO_TIME } from "../profiles/show-profile";
import type { StoredTier } from "../store/app-profiles";
import type { StoredManifest } from "../store/profiles";
import { digestOf } from "../uid";
import { showProperty } from "./tier-properties";

/** Whatever stands between the braces of `{{ .spectro.… }}`. */
const REFERENCE = /\{\{\s*\.(spectro\.[^{}]*?)\s*\}\}/g;

/** A tier whole, but for the content of its manifests. */
export function showTier(tier: StoredTier): V1AppTier {
  return {
    metadata: {
      name: tier.name,
      uid: tier.uid,
      creationTimestamp: tier.created,
      lastModifiedTimestamp: tier.modified,
      deletionTimestamp: ZERO_TIME,
    },
    spec: {
      type: tier.type,
      version: tier.version,
      registryUid: tier.registryUid,
      containerRegistryUid: tier.containerRegistryUid,
      sourceAppTierUid: tier.sourceAppTierUid,
      installOrder: tier.installOrder,
      values: tier.values,
      properties: tier.properties.map(showProperty),
      manifests: tier.manifests.map(({ name, uid }) => ({ kind: "manifest", name, uid })),
    },
  };
}

export function showManifest({ name, uid, content }: StoredManifest): V1Manifest {
  return { metadata: { name, uid }, spec: { published: { content, digest: digestOf(content) } } };
}

/** What a tier refers to. Palette knows the values when an app runs; here none does, so each is empty. */
export function showResolvedValues(tier: StoredTier): V1AppTierResolvedValues {
  const texts = [
    tier.values,
    ...tier.properties.map((property) => property.value),
    ...tier.manifests.map((manifest) => manifest.content),
  ];
  const names = texts.flatMap((text) => [...text.matchAll(REFERENCE)].map(([, name]) => name!));
  return { resolved: Object.fromEntries(names.map((name) => [name, ""])) };
}
