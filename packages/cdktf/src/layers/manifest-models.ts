import type { ManifestModel } from "@palette-profiles/profiles";
import { Values } from "../values/values";
import { withOrigins } from "../values/values-origin";
import { yamlDocuments } from "../values/yaml-text";
import type { AttachedManifestProps } from "./attached-manifest-props";

/**
 * @param place whose they are, for the error: `layer "argo-cd"`
 * @throws where a content is no YAML and nothing that can be written as YAML
 */
export function manifestModels(place: string, manifests: AttachedManifestProps[] = []): ManifestModel[] {
  return manifests.map(({ name, content }) =>
    withOrigins({ name, content: contentText(`manifest "${name}" of ${place}`, content) }, { content }),
  );
}

function contentText(manifest: string, content: unknown): string {
  if (content instanceof Values) return content._text();
  if (typeof content === "string" || (typeof content === "object" && content !== null))
    return yamlDocuments(content, manifest);
  throw new Error(
    `InvalidContent: the content of ${manifest} is ${content === undefined ? "left out" : String(content)}; give Kubernetes YAML, an object, an array of objects, or Values`,
  );
}
