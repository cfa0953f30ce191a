/** A Kubernetes manifest of a layer. */
export interface ManifestProps {
  /** The manifest's name, unique in its layer. */
  readonly name: string;

  /** Kubernetes YAML, of one or more documents; or an object, or an array of objects, a document each. */
  readonly content: string | object;
}
