import type {
  V1ClusterProfile,
  V1ClusterProfileStatus,
  V1ClusterProfileTemplate,
  V1ObjectMeta,
  V1PackRef,
} from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import type { Pack } from "../store/packs";
import { findTemplate, findVersions, type Profile, type StoredPack } from "../store/profiles";
import { findProject } from "../store/projects";
import { digestOf } from "../uid";
import { isTrain, resolveTag } from "../versions";
import { usersOf } from "./users-of";

/** Palette writes a time that does not exist as Go's zero time. */
export const ZERO_TIME = "0001-01-01T00:00:00.000Z";

/** What `includePackMeta` asks for besides the pack itself. */
export interface PackExtras {
  schema: boolean;
  presets: boolean;
}

/** A cluster profile as `GET /v1/clusterprofiles/{uid}` answers it. */
export function showProfile(backend: Backend, profile: Profile, extras: PackExtras): V1ClusterProfile {
  const draft = findTemplate(backend.db, profile.uid, "draft");
  const published = findTemplate(backend.db, profile.uid, "published");
  return {
    apiVersion: "v1",
    kind: "ClusterProfile",
    metadata: showMetadata(backend, profile),
    spec: {
      version: profile.version,
      versions: findVersions(backend.db, profile),
      draft: draft && showTemplate(backend, profile, draft, extras),
      published: published && showTemplate(backend, profile, published, extras),
    },
    status: showStatus(backend, profile, draft, published),
  };
}

/** A profile of whatever kind, as far as its metadata tells of it. */
type Described = Pick<
  Profile,
  "name" | "uid" | "scope" | "projectUid" | "labels" | "annotations" | "created" | "modified"
>;

export function showMetadata(backend: Backend, profile: Described): V1ObjectMeta {
  return {
    name: profile.name,
    uid: profile.uid,
    labels: profile.labels,
    annotations: { ...profile.annotations, ...scopeAnnotations(backend, profile) },
    creationTimestamp: profile.created,
    lastModifiedTimestamp: profile.modified,
    deletionTimestamp: ZERO_TIME,
  };
}

function scopeAnnotations(backend: Backend, profile: Described): Record<string, string> {
  if (profile.scope !== "project") return { scope: profile.scope };
  const projectName = findProject(backend.db, profile.projectUid)?.name ?? "";
  return { scope: profile.scope, projectUid: profile.projectUid, projectName };
}

function showTemplate(
  backend: Backend,
  profile: Profile,
  packs: readonly StoredPack[],
  extras: PackExtras,
): V1ClusterProfileTemplate {
  return {
    uid: profile.uid,
    name: profile.name,
    type: profile.type,
    cloudType: profile.cloudType,
    profileVersion: profile.version,
    packs: packs.map((pack) => showPack(backend, pack, extras)),
  };
}

function showPack(backend: Backend, pack: StoredPack, extras: PackExtras): V1PackRef {
  const source = packNow(backend, pack);
  return {
    name: pack.name,
    packUid: source?.uid ?? pack.packUid,
    registryUid: pack.registryUid,
    type: pack.type,
    layer: pack.layer,
    tag: pack.tag,
    version: source?.version ?? pack.version,
    values: pack.values,
    digest: digestOf(pack.values),
    manifests: pack.manifests.map(({ name, uid }) => ({ kind: "manifest", name, uid })),
    annotations: source?.annotations ?? {},
    ...(extras.schema ? { schema: source?.schema() ?? [] } : {}),
    ...(extras.presets ? { presets: source?.presets() ?? [] } : {}),
  };
}

/** A train links to its newest release by itself; values stay as they were. */
function packNow(backend: Backend, pack: StoredPack): Pack | undefined {
  const source = backend.packs.byUid(pack.packUid);
  if (source === undefined || !isTrain(pack.tag)) return source;
  const versions = backend.packs.versionsOf(source.name, source.registryUid);
  const version = resolveTag(
    pack.tag,
    versions.map((each) => each.version),
  );
  return versions.find((each) => each.version === version) ?? source;
}

function showStatus(
  backend: Backend,
  profile: Profile,
  draft: StoredPack[] | undefined,
  published: StoredPack[] | undefined,
): V1ClusterProfileStatus {
  return {
    isPublished: published !== undefined,
    hasUserMacros: [...(draft ?? []), ...(published ?? [])].some(usesMacros),
    ...usersOf(backend, profile),
  };
}

function usesMacros(pack: StoredPack): boolean {
  return [pack.values, ...pack.manifests.map((manifest) => manifest.content)].some((text) =>
    text.includes(".spectro.macro."),
  );
}
