import type { ProfileChange } from "@palette-profiles/profiles";
import type { Impact, Kind, ResourceInput, Risk, Severity } from "../model";

/** What a rule sees of a profile: both sides as they are, secrets and all, and what leads from one to the other. */
export interface RiskContext extends Pick<ResourceInput, "before" | "after" | "reach"> {
  kind: Kind;
  impact: Impact;
  /** Not masked. A finding must hold no value that may be a secret. */
  changes: readonly ProfileChange[];
}

/** Where a rule found something, and what. */
export interface RiskFinding extends Pick<Risk, "layer" | "variable" | "manifest" | "path" | "message"> {
  /** Where it is not the rule's own. */
  severity?: Severity;
}

/** A rule about what a change may break. One file each in `rules/`, with its test beside it. */
export interface RiskRule {
  /** Stable: configurations and code scanning know it by this. */
  id: string;
  /** A few words, for tables: `Kubernetes skips a minor version`. */
  title: string;
  severity: Severity;
  /** What it looks at and what it does not, for its page: a short paragraph of Markdown. */
  about: string;
  /** Why that is a risk, in one sentence. */
  why: string;
  /** What to do, in one sentence. */
  fix: string;
  /** Where the rule comes from: pages of the documentation of Kubernetes or Palette. */
  sources?: readonly string[];
  find(profile: RiskContext): RiskFinding[];
}
