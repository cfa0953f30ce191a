import type { AppProfileModel, ProfileChange, ProfileModel } from "@palette-profiles/profiles";
import type { Impact, Kind, ResourceInput, Risk, Severity } from "../model";
import type { LayerPair } from "./layer-pairs";

/** What a rule sees of a profile: both sides as they are, secrets and all, and what leads from one to the other. */
export interface RiskContext extends Pick<ResourceInput, "before" | "after" | "reach" | "packStates"> {
  kind: Kind;
  impact: Impact;
  /** Not masked. A finding must hold no value that may be a secret. */
  changes: readonly ProfileChange[];
  /** The layers that are known, or the tiers of an app profile, brought together. */
  layers: readonly LayerPair[];
}

/** Where a rule found something, and what. */
export interface RiskFinding extends Pick<Risk, "layer" | "variable" | "manifest" | "path" | "message"> {
  /** Where it is not the rule's own. */
  severity?: Severity;
}

/** What can be set of a rule, besides its severity. */
export type RuleOption = boolean | number | readonly string[];
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** A change that the rule finds something in, for its page. */
export interface RiskExample extends Pick<ResourceInput, "reach" | "packStates"> {
  /** Default: `cluster`. */
  kind?: Kind;
  /** Default: `update`. */
  impact?: Impact;
  before?: ExampleProfile;
  after?: ExampleProfile;
}

type ExampleLayer = Partial<Omit<ProfileModel["packs"][number], "name">> & { name: string };
/** A profile of which only what matters is written; `packs` of cluster and system profiles, `tiers` of app profiles. */
export type ExampleProfile = Partial<Omit<ProfileModel, "packs" | "variables" | "sensitive">> &
  Partial<Pick<AppProfileModel, "tiers">> & { packs?: ExampleLayer[]; variables?: ProfileModel["variables"] };

/** A rule about what a change may break. One file each in `rules/`, with its test beside it. */
export interface RiskRule<Options extends RuleOptions = RuleOptions> {
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
  /** What can be set, each with its default and a sentence. */
  options?: { readonly [Name in keyof Options]: { readonly default: Options[Name]; readonly about: string } };
  example: RiskExample;
  find(profile: RiskContext, options: Options): RiskFinding[];
}
