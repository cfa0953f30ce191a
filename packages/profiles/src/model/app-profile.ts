import type { ManifestModel, Marked } from "./profile";

/** A Palette app profile as the diff and the rules see it. Texts are as the user wrote them. */
export interface AppProfileModel extends Marked {
  name: string;
  /** Semantic version; Palette takes `1.0.0` when none is given. */
  version?: string;
  /** Palette takes `all` when none is given. */
  cloud?: string;
  /** The scope: `project` or `tenant`. */
  context?: string;
  project?: string;
  description?: string;
  tags?: string[];
  /** From the first that is deployed to the last: a tier may use the outputs of those before it, and of no others. */
  tiers: TierModel[];
}

/** A tier: a service that Palette runs, a container, a Helm chart, or manifests. */
export interface TierModel extends Marked {
  /** The tier's name in the profile, which other tiers refer to. */
  name: string;
  /** `operator-instance`, `container`, `helm` or `manifest`. */
  type?: string;
  /** The pack or chart in its registry. Default: `container` for containers, else the tier's name. */
  packName?: string;
  tag?: string;
  uid?: string;
  sourceAppTier?: string;
  registryUid?: string;
  registryName?: string;
  /** Lower ones first; 0 when none is given. */
  installOrder?: number;
  /** What a service asks for, such as `databaseName`. */
  properties?: Record<string, string>;
  /** As `properties`, never shown. */
  sensitiveProperties?: Record<string, string>;
  /** YAML text. */
  values?: string;
  manifests: ManifestModel[];
}

/** The types a tier can have. Source: `v1AppTierType` of Palette's API. */
export const TIER_TYPES = ["operator-instance", "container", "helm", "manifest"] as const;

/** The scopes an app profile can live in. */
export const APP_PROFILE_CONTEXTS = ["project", "tenant"] as const;
