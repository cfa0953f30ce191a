/** What an engine has marked: the names of attributes whose values must never be shown, such as `values`. */
export interface Marked {
  sensitive?: string[];
}

/**
 * A Palette cluster profile as the diff and the rules see it, whichever front door it came through. Texts are as the
 * user wrote them.
 */
export interface ProfileModel extends Marked {
  name: string;
  /** Semantic version; Palette takes `1.0.0` when none is given. */
  version?: string;
  /** `infra`, `cluster` (the docs' "full"), `add-on` or `system`. */
  type?: string;
  cloud?: string;
  /** The scope: `project`, `tenant` or `system`. */
  context?: string;
  project?: string;
  description?: string;
  tags?: string[];
  packs: LayerModel[];
  variables: VariableModel[];
}

/** A layer: a pack, a Helm chart, or manifests. */
export interface LayerModel extends Marked {
  name: string;
  /** `spectro`, `helm`, `manifest` or `oci`. */
  type?: string;
  tag?: string;
  uid?: string;
  registryUid?: string;
  registryName?: string;
  /** YAML text. */
  values?: string;
  /** YAML text, laid over the pack's own values. */
  overrides?: string;
  manifests: ManifestModel[];
}

export interface ManifestModel extends Marked {
  name: string;
  /** YAML text, of one or more documents. */
  content: string;
  uid?: string;
}

/** A profile variable, referred to as `{{.spectro.var.NAME}}`. */
export interface VariableModel extends Marked {
  name: string;
  displayName?: string;
  format?: string;
  description?: string;
  defaultValue?: string;
  /** The default in its place, where a program keeps it out of what an engine stores. Never shown. */
  defaultValueWo?: string;
  /** Written again when it is raised. */
  defaultValueWoVersion?: number;
  regex?: string;
  required?: boolean;
  immutable?: boolean;
  isSensitive?: boolean;
  hidden?: boolean;
  inputType?: string;
  options?: VariableOption[];
}

export interface VariableOption {
  label: string;
  value: string;
  description?: string;
}

/** The types a cluster profile can have. Source: `v1ProfileType` of Palette's API. */
export const PROFILE_TYPES = ["add-on", "cluster", "infra", "system"] as const;

/** The scopes a cluster profile can live in. Source: `v1ClusterProfileScope` of Palette's API. */
export const PROFILE_CONTEXTS = ["project", "tenant", "system"] as const;
