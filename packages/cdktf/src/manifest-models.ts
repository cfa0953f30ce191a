import type { ManifestModel } from "@palette-profiles/profiles";
import type { ManifestProps } from "./manifest-props";
import { yamlDocuments } from "./yaml-text";

export function manifestModels(manifests: ManifestProps[] = []): ManifestModel[] {
  return manifests.map(({ name, content }) => ({ name, content: yamlDocuments(content) }));
}

/** The same, behind the manifest that is named as what holds it, where it has one. */
export function ownManifestFirst(
  name: string,
  content: string | object | undefined,
  manifests: ManifestProps[] = [],
): ManifestModel[] {
  return manifestModels([...(content === undefined ? [] : [{ name, content }]), ...manifests]);
}
