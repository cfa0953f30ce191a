import type { AppProfileModel, DeepMaybeUnknown, ProfileChange, ProfileModel } from "@palette-profiles/profiles";

/**
 * What a plan does to a resource, the gravest first. `new-version` keeps the old version in Palette, `forget` all of it;
 * `adopt` takes what is there under management.
 */
export const IMPACTS = ["replace", "delete", "forget", "new-version", "update", "adopt", "create", "no-op"] as const;
export type Impact = (typeof IMPACTS)[number];

/** The kinds of profiles. A system profile is that of the Enterprise cluster, which hosts Palette. */
export const KINDS = ["system", "cluster", "app"] as const;
export type Kind = (typeof KINDS)[number];

/** A profile in a plan, whichever engine made it. */
export interface ResourceInput {
  /** Unique within the plan. */
  address: string;
  /** The engine's resource type. */
  type: string;
  kind: Kind;
  impact: Impact;
  /** An app profile where `kind` says so. */
  before?: DeepMaybeUnknown<ProfileModel> | DeepMaybeUnknown<AppProfileModel>;
  after?: DeepMaybeUnknown<ProfileModel> | DeepMaybeUnknown<AppProfileModel>;
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

export interface ReviewInput {
  source: "terraform";
  resources: ResourceInput[];
}

/**
 * A value that may be shown. Masked values are gone from here on: no renderer has them. `yaml` is an unquoted scalar as
 * it is written, `lines` stands for a whole text.
 */
export type ReviewValue =
  | string
  | number
  | boolean
  | null
  | ReviewValue[]
  | { masked: true }
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
}

/** The review of a plan. The shape is versioned: a field is never renamed within a `schemaVersion`. */
export interface Review {
  schemaVersion: 1;
  resources: ReviewResource[];
  counts: {
    resources: Record<Impact, number>;
    /** Profiles that the plan touches, by kind. */
    kinds: Record<Kind, number>;
    /** Changes in all profiles that are replaced, updated or get a new version. */
    changes: number;
    /** Texts of which only the formatting changed. */
    formattingOnly: number;
  };
}
