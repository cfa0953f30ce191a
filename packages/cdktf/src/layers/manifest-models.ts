import type { ManifestModel } from "@palette-profiles/profiles";
import { yamlDocuments } from "../values/yaml-text";
import type { AttachedManifestProps } from "./attached-manifest-props";

export function manifestModels(manifests: AttachedManifestProps[] = []): ManifestModel[] {
  return manifests.map(({ name, content }) => ({ name, content: yamlDocuments(content) }));
}
