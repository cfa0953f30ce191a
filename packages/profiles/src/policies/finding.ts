import type { RuleCode } from "./rules";

/** What a rule found in a profile. Holds no secret: values that may be one are told by their place alone. */
export interface Finding {
  /** The rule, by the name that it has as a Pulumi policy too: `palette-pinned-tags`. Stable. */
  code: RuleCode;
  /** The property, by the names that programs know: `packs[1].tag`. */
  path: string;
  /** The place within the text at `path`: `charts.argo-cd.server.replicas`, `Deployment default/web > spec.replicas`. */
  within?: string;
  /** One sentence: what is wrong, with the value where it can be told. */
  message: string;
  /** What to do, in one sentence. */
  fix: string;
}

/** A finding on one line: the place, the message, what to do. */
export function tellFinding({ path, within, message, fix }: Finding): string {
  return `${path}${within === undefined ? "" : ` (${within})`}: ${message} ${fix}`;
}
