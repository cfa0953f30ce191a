import { type At, clusterProfiles, isNotFound, type V1PackRef } from "@palette-profiles/palette-api";
import { displayNameOf } from "@palette-profiles/profiles";
import { manifestContents, versionOf } from "../cluster-profile/live";
import type { Palette } from "../palette";

/** A layer as Palette holds it: all that an update must send back. */
export interface LiveLayer {
  name: string;
  type: string;
  /** `os`, `k8s`, `cni`, `csi` or `addon`. */
  kind: string;
  tag: string;
  registryUid: string | undefined;
  uid: string | undefined;
  values: string;
  manifests: LiveManifest[];
}

export interface LiveManifest {
  name: string;
  uid: string | undefined;
  content: string;
}

export interface LiveSystemProfile {
  uid: string;
  name: string;
  version: string;
  cloud: string | undefined;
  description: string | undefined;
  layers: LiveLayer[];
}

/** A system profile with all its layers, in one call, and a second where a layer has manifests; `undefined` where it is gone. */
export async function readSystemProfile(palette: Palette, at: At, uid: string): Promise<LiveSystemProfile | undefined> {
  const api = clusterProfiles(palette.client, at);
  const profile = await api.get(uid).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
  if (profile === undefined) return undefined;
  const template = profile.spec?.published ?? profile.spec?.draft;
  const refs = template?.packs ?? [];
  const contents = await manifestContents(palette, at, uid, refs);
  return {
    uid,
    name: profile.metadata?.name ?? "",
    version: versionOf(profile),
    cloud: template?.cloudType,
    description: profile.metadata?.annotations?.description || undefined,
    layers: refs.map((ref) => layerOf(ref, contents)),
  };
}

/** The system profiles that there are. */
export async function listSystemProfiles(palette: Palette, at: At): Promise<{ uid: string; name: string }[]> {
  const { items } = await clusterProfiles(palette.client, at).list();
  return items.map(({ metadata }) => ({ uid: metadata?.uid ?? "", name: metadata?.name ?? "" }));
}

/** A layer by its name, or, where two have one name, by its display name. */
export function layerNamed(layers: readonly LiveLayer[], name: string): LiveLayer | undefined {
  const named = layers.filter((layer) => layer.name === name);
  return named.length === 1 ? named[0] : layers.find(({ values }) => displayNameOf(values) === name);
}

function layerOf(ref: V1PackRef, contents: ReadonlyMap<string, string>): LiveLayer {
  return {
    name: ref.name,
    type: ref.type ?? "spectro",
    kind: ref.layer,
    tag: ref.tag ?? "",
    registryUid: ref.registryUid,
    uid: ref.packUid,
    values: ref.values ?? "",
    manifests: (ref.manifests ?? []).map(({ name, uid }) => ({
      name: name ?? "",
      uid,
      content: contents.get(uid ?? "") ?? "",
    })),
  };
}
