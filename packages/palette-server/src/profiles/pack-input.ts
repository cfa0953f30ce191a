import type { V1PackType } from "@palette-profiles/palette-api";
import { readList, readObject, readOneOf, readString } from "../body";
import { invalid } from "../errors";

/** The uid clients send for a pack that is made of manifests only and does not exist yet. */
export const MANIFEST_PACK_UID = "spectro-manifest-pack";

const PACK_TYPES = ["spectro", "helm", "manifest", "oci"] as const satisfies readonly V1PackType[];

export interface ManifestInput {
  name: string;
  content: string;
  uid: string;
}

/** A pack as a client asks for it: nothing of it is resolved or checked against registries. */
export interface PackInput {
  name: string;
  type: V1PackType;
  tag: string;
  registryUid: string;
  uid: string;
  values: string;
  manifests: ManifestInput[];
}

/** Reads `packs` of a create, an update or a validation; absent and null mean none. */
export function readPacks(value: unknown, path: string): PackInput[] {
  return (readList(value, path) ?? []).map((item, index) => readPack(item, `${path}[${index}]`));
}

function readPack(value: unknown, path: string): PackInput {
  const pack = readObject(value, path) ?? {};
  const text = (key: string) => readString(pack[key], `${path}.${key}`)?.trim() ?? "";
  const name = text("name");
  if (name === "") throw invalid("InvalidPack", `${path}.name is missing`);
  const uid = text("uid");
  const type = readOneOf(pack.type, `${path}.type`, PACK_TYPES) ?? (uid === MANIFEST_PACK_UID ? "manifest" : "spectro");
  return {
    name,
    type,
    tag: text("tag"),
    registryUid: text("registryUid"),
    uid,
    // Palette keeps values and manifests without their outer white space.
    values: text("values"),
    manifests: readManifests(pack.manifests, `pack "${name}"`, `${path}.manifests`),
  };
}

/** Reads the manifests of `owner`, such as `pack "web"`; absent and null mean none. */
export function readManifests(value: unknown, owner: string, path: string): ManifestInput[] {
  const manifests = (readList(value, path) ?? []).map((item, index) => {
    const manifest = readObject(item, `${path}[${index}]`) ?? {};
    const text = (key: string) => readString(manifest[key], `${path}[${index}].${key}`)?.trim() ?? "";
    if (text("name") === "") throw invalid("InvalidManifest", `${path}[${index}].name is missing`);
    return { name: text("name"), content: text("content"), uid: text("uid") };
  });
  const names = manifests.map((manifest) => manifest.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw invalid("DuplicateManifest", `The ${owner} has two manifests of the name "${twice}"`);
  }
  return manifests;
}
