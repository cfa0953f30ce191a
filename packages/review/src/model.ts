import type { DeepMaybeUnknown, ProfileChange, ProfileModel } from "@palette-profiles/profiles";

/** What a plan does to a resource, the gravest first. `new-version` keeps the old version in Palette. */
export const IMPACTS = ["replace", "delete", "forget", "new-version", "update", "create", "no-op"] as const;
export type Impact = (typeof IMPACTS)[number];

/** A profile in a plan, whichever engine made it. */
export interface ResourceInput {
  /** Unique within the plan. */
  address: string;
  /** The engine's resource type. */
  type: string;
  impact: Impact;
  before?: DeepMaybeUnknown<ProfileModel>;
  after?: DeepMaybeUnknown<ProfileModel>;
  /** The attributes that force a replacement. */
  replacedBecause?: string[];
  /** Set when the plan moves the resource to another address. */
  previousAddress?: string;
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
}

/** The review of a plan. The shape is versioned: a field is never renamed within a `schemaVersion`. */
export interface Review {
  schemaVersion: 1;
  resources: ReviewResource[];
  counts: {
    resources: Record<Impact, number>;
    /** Changes in all profiles that are replaced, updated or get a new version. */
    changes: number;
    /** Texts of which only the formatting changed. */
    formattingOnly: number;
  };
}
