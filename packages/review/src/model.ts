import type {
  AppProfileModel,
  DeepMaybeUnknown,
  PackState,
  ProfileChange,
  ProfileModel,
} from "@palette-profiles/profiles";

/**
 * What a plan does to a resource, the gravest first. `new-version` keeps the old version in Palette, `forget` all of it;
 * `adopt` takes what is there under management.
 */
export const IMPACTS = ["replace", "destroy", "forget", "new-version", "update", "adopt", "create", "no-op"] as const;
export type Impact = (typeof IMPACTS)[number];

/** The kinds of profiles. A system profile is that of the Enterprise cluster, which hosts Palette. */
export const KINDS = ["system", "cluster", "app"] as const;
export type Kind = (typeof KINDS)[number];

/** A profile with what an engine leaves open in it. */
export type AnyProfile = DeepMaybeUnknown<ProfileModel> | DeepMaybeUnknown<AppProfileModel>;

/** A profile in a plan, whichever engine made it. */
export interface ResourceInput {
  /** The stack, workspace or file that it is of, where several are reviewed at once. */
  stack?: string;
  /** Unique within the stack. */
  address: string;
  /** The engine's resource type. */
  type: string;
  kind: Kind;
  impact: Impact;
  /** As it is in Palette; an app profile where `kind` says so. */
  before?: AnyProfile;
  after?: AnyProfile;
  /** As it was last applied, where somebody changed it since: what leads from here to `before` is drift, and nobody's intent. */
  base?: AnyProfile;
  /** Palette's uid of the profile as it is: by it Palette tells whom the profile reaches. */
  uid?: string;
  /** Whom the profile reaches, where that is known. */
  reach?: Reach;
  /** Packs on their way out, by uid, as far as Palette was asked. */
  packStates?: Readonly<Record<string, PackState>>;
  /** The layers of a system profile that are managed: the others stay as they are, whatever the plan does. */
  managed?: ManagedLayers;
  /** The attributes that force a replacement. */
  replacedBecause?: string[];
  /** Set when the plan moves the resource to another address. */
  previousAddress?: string;
}

export interface ManagedLayers {
  /** How many after the plan. */
  layers: number;
  /** Names of those that were not managed before; what changes in them, no plan tells. */
  added: string[];
  /** Names of those that are let go of, and go back to what Palette brought; what changes in them, no plan tells. */
  released: string[];
}

/** Who uses a profile in Palette: `status.inUseClusters` and `status.inUseClusterTemplates` of its versions. */
export interface Reach {
  /** Names, or uids where no more is known. */
  clusters: string[];
  templates: string[];
}

export interface ReviewInput {
  resources: ResourceInput[];
  /** What could not be read, and why: a sentence each, for the reader of the review. */
  notes?: string[];
}

/**
 * A value that may be shown. Masked values are gone from here on: no renderer has them, only a salted hash that tells two apart. `yaml` is an unquoted scalar as
 * it is written, `lines` stands for a whole text.
 */
export type ReviewValue =
  | string
  | number
  | boolean
  | null
  | ReviewValue[]
  | { masked: true; hash?: string }
  | { unknown: true }
  | { yaml: string }
  | { lines: number }
  | { [key: string]: ReviewValue };

export interface ReviewChange extends Omit<ProfileChange, "before" | "after"> {
  before?: ReviewValue;
  after?: ReviewValue;
}

/** One profile of the review. */
export interface ReviewResource {
  stack?: string;
  address: string;
  type: string;
  kind: Kind;
  name: string;
  /** The version after the plan, or before it where the profile goes. */
  version?: string;
  previousVersion?: string;
  previousAddress?: string;
  impact: Impact;
  changes: ReviewChange[];
  /** Layers and manifests of which only the formatting changed. */
  formattingOnly: string[];
  replacedBecause?: string[];
  managed?: ManagedLayers;
  /** What somebody changed outside since the last apply. The plan undoes it where `changes` leads back. */
  drift: ReviewChange[];
  reach?: Reach;
}

/** How grave a risk is, the gravest first. */
export const SEVERITIES = ["high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something that a reviewer should look at, found by a rule. */
export interface Risk {
  /** The rule's id, `kubernetes-minor-skip`. */
  rule: string;
  severity: Severity;
  stack?: string;
  /** The resource it is of. */
  address: string;
  /** The profile's name. */
  profile: string;
  layer?: string;
  variable?: string;
  manifest?: string;
  /** As in a change: an attribute, or a leaf inside of values or a manifest. */
  path?: string;
  /** What was found here, with the values that tell it: `Kubernetes goes from 1.28.4 to 1.30.1, past 1.29`. No secret. */
  message: string;
  /** Why that is a risk. */
  why: string;
  /** What to do. */
  fix: string;
}

/** A risk that the configuration ignores, with who says so until when. */
export interface IgnoredRisk extends Risk {
  reason: string;
  /** The last day on which it is ignored, `2026-12-31`. */
  expires: string;
}

/** The review of a plan. The shape is versioned: a field is never renamed within a `schemaVersion`. */
export interface Review {
  schemaVersion: 1;
  resources: ReviewResource[];
  /** The gravest first. */
  risks: Risk[];
  ignoredRisks: IgnoredRisk[];
  notes: string[];
  counts: {
    resources: Record<Impact, number>;
    /** Profiles that the plan touches, by kind. */
    kinds: Record<Kind, number>;
    risks: Record<Severity, number>;
    /** Clusters and templates that use a profile which the plan touches, each counted once; missing where no input tells. */
    reach?: { clusters: number; templates: number };
    /** Changes in all profiles that are replaced, updated or get a new version. */
    changes: number;
    /** Texts of which only the formatting changed. */
    formattingOnly: number;
  };
}
