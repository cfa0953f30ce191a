/** A Kubernetes manifest that comes with a layer. */
export interface AttachedManifestProps {
  /** The manifest's name, unique in its layer. */
  readonly name: string;

  /** Kubernetes YAML, of one or more documents; an object, or an array of objects, a document each; or `Values`, such as those of a file. */
  readonly content: any;
}
