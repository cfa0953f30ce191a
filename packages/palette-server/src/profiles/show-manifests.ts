import type { V1ClusterProfilePacksManifests, V1ManifestEntity } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { notFound } from "../errors";
import { findTemplate, type Profile, type StoredManifest } from "../store/profiles";
import { digestOf } from "../uid";
import { showMetadata } from "./show-profile";
import { currentPacks } from "./write-profile";

/** The manifests of one layer, told by its name or its packUid, with the draft and the published content of each. */
export function showPackManifests(backend: Backend, profile: Profile, pack: string): { items: V1ManifestEntity[] } {
  const draft = manifestsOf(backend, profile, "draft", pack);
  const published = manifestsOf(backend, profile, "published", pack);
  if (!draft && !published) throw notFound(`The pack "${pack}" of the cluster profile ${profile.uid}`);
  const current = draft ?? published ?? [];
  return {
    items: current.map(({ uid, name }) => ({
      metadata: { uid, name },
      spec: { draft: contentOf(draft, uid), published: contentOf(published, uid) },
    })),
  };
}

function manifestsOf(
  backend: Backend,
  profile: Profile,
  stage: "draft" | "published",
  pack: string,
): StoredManifest[] | undefined {
  const packs = findTemplate(backend.db, profile.uid, stage)?.filter(
    (candidate) => candidate.name === pack || candidate.packUid === pack,
  );
  return packs && packs.length > 0 ? packs.flatMap((found) => found.manifests) : undefined;
}

function contentOf(manifests: readonly StoredManifest[] | undefined, uid: string) {
  const manifest = manifests?.find((candidate) => candidate.uid === uid);
  return manifest && { content: manifest.content, digest: digestOf(manifest.content) };
}

/** The manifests of all layers in one answer: those of the draft where there is one. */
export function showAllManifests(backend: Backend, profile: Profile): V1ClusterProfilePacksManifests {
  const packs = currentPacks(backend, profile.uid).map((pack) => ({
    metadata: { name: pack.name, uid: pack.packUid },
    spec: {
      name: pack.name,
      type: pack.type,
      layer: pack.layer,
      version: pack.version,
      registryUid: pack.registryUid,
      values: pack.values,
      manifests: pack.manifests.map(({ uid, name, content }) => ({ uid, name, content, digest: digestOf(content) })),
    },
    status: {},
  }));
  return { metadata: showMetadata(backend, profile), spec: { packs } };
}
