import type { ManifestModel } from "@palette-profiles/profiles";
import { Values } from "../values/values";
import { withOrigins } from "../values/values-origin";
import { yamlDocuments } from "../values/yaml-text";
import type { AttachedManifestProps } from "./attached-manifest-props";

export function manifestModels(manifests: AttachedManifestProps[] = []): ManifestModel[] {
  return manifests.map(({ name, content }) => {
    const yaml = content instanceof Values ? content._text() : yamlDocuments(content);
    return withOrigins({ name, content: yaml }, { content });
  });
}
