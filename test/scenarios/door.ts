import type { RunningServer } from "@palette-profiles/palette-server";

/** What a user writes for a cluster profile, with the attribute names of TypeScript. */
export interface ProfileConfig {
  name: string;
  version?: string;
  context?: string;
  project?: string;
  type?: string;
  cloud?: string;
  description?: string;
  tags?: string[];
  packs?: LayerConfig[];
  profileVariables?: { variables: VariableConfig[] };
  skipDestroy?: boolean;
  versionPolicy?: string;
  immutableVersions?: boolean;
  retainVersions?: number;
  adopt?: boolean;
}
export interface LayerConfig {
  name: string;
  type?: string;
  tag?: string;
  registryName?: string;
  registryUid?: string;
  uid?: string;
  values?: string;
  overrides?: string;
  manifests?: { name: string; content: string }[];
}
export interface VariableConfig {
  name: string;
  displayName: string;
  format?: string;
  defaultValue?: string;
  isSensitive?: boolean;
  required?: boolean;
  hidden?: boolean;
  immutable?: boolean;
  regex?: string;
  inputType?: string;
  options?: { value: string; label: string }[];
}

/** What a user writes for an app profile. */
export interface AppConfig {
  name: string;
  version?: string;
  context?: string;
  project?: string;
  description?: string;
  tags?: string[];
  tiers?: TierConfig[];
  skipDestroy?: boolean;
  versionPolicy?: string;
  immutableVersions?: boolean;
  retainVersions?: number;
  adopt?: boolean;
}
export interface TierConfig {
  name: string;
  type?: string;
  packName?: string;
  tag?: string;
  registryName?: string;
  registryUid?: string;
  sourceAppTier?: string;
  installOrder?: number;
  properties?: Record<string, string>;
  sensitiveProperties?: Record<string, string>;
  values?: string;
  manifests?: { name: string; content: string }[];
}

/** What a user writes for the system profile. */
export interface SystemConfig {
  name: string;
  packs?: SystemLayerConfig[];
  allowUpdate?: boolean;
  backupFile?: string;
}
export interface SystemLayerConfig {
  name: string;
  tag?: string;
  values?: string;
  overrides?: string;
  overwrite?: string[];
  manifests?: { name: string; content: string }[];
}

/** What is written for each kind of profile. */
export interface Configs {
  cluster: ProfileConfig;
  app: AppConfig;
  system: SystemConfig;
}
export type Kind = keyof Configs;

/** How one front door is used: one stack with one profile of a kind, named "it". */
export interface Door {
  name: string;
  open<K extends Kind = "cluster">(
    server: RunningServer,
    environment?: Record<string, string>,
    kind?: K,
  ): Promise<Stack<K>>;
}

export type Action = "none" | "create" | "update" | "replace";

export interface Outcome {
  action: Action;
  /** Everything that the user is told of errors, as one text; empty where all went well. */
  errors: string;
}

export interface Stack<K extends Kind = "cluster"> {
  /** Changes nothing. Looks at the backend first, as `terraform plan` and `pulumi preview --refresh` do. */
  plan(config: Configs[K]): Promise<Outcome>;
  apply(config: Configs[K]): Promise<Outcome>;
  destroy(): Promise<Outcome>;
  /** Takes over what exists, by an import id. Absent where the front door cannot. */
  import?(id: string, config: Configs[K]): Promise<Outcome>;
  /** All that the stack keeps between runs, as one text: for looking for secrets in it. */
  state(): Promise<string>;
  close(): Promise<void>;
}
