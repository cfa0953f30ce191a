import type { Severity } from "../model";
import type { RuleOption } from "./risk-rule";

/** `off`, a severity for all findings of the rule, or options of the rule with a severity among them. */
export type RuleSetting = "off" | Severity | ({ severity?: Severity } & { readonly [option: string]: RuleOption });

/** Risks that somebody has looked at and lives with, until a day. `*` in names and paths stands for any text. */
export interface IgnoreEntry {
  rule: string;
  stack?: string;
  profile?: string;
  layer?: string;
  variable?: string;
  manifest?: string;
  path?: string;
  reason: string;
  /** The last day on which it holds, `2026-12-31`. */
  expires: string;
  /** Where it is written, `palette-review.yaml:12:5`, for notes about it. */
  place: string;
}

/** What `palette-review.yaml` says. */
export interface ReviewConfig {
  /** By the rule's id. A rule that is not named is on as it is. */
  rules: Record<string, RuleSetting>;
  ignore: IgnoreEntry[];
  /** From which severity on a review fails. */
  failOn?: Severity;
  /** Names of keys or paths whose values are masked too. */
  mask?: string[];
  /** Paths whose values are shown though they look like secrets; never those that are declared as sensitive. */
  show?: string[];
}
