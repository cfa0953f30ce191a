import { checkRules, type SetRule, setRules } from "@palette-profiles/profiles";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import type { CheckProfilesProps } from "./check-profiles-props";
import { tellFindings } from "./tell-findings";
import { rememberAspect } from "./unvisited-aspects";

const LEVELS = ["mandatory", "advisory", "disabled"];

/**
 * Holds profiles to all rules there are for them, the same as Pulumi's policies have: descriptions, tags, versions, pinned
 * packs and images, clear secrets, registries, scopes, replicas and more. The name of a stack is its id.
 *
 * @example
 * Aspects.of(stack).add(new CheckProfiles({ rules: { "palette-required-tags": { required: ["owner"] } } }));
 */
export class CheckProfiles implements IAspect {
  private readonly set: readonly SetRule[];
  private readonly except: readonly string[];

  /** @throws where there is no such rule or level */
  constructor(props: CheckProfilesProps = {}) {
    rememberAspect(this);
    this.set = setRules(props.rules ?? {});
    this.except = props.except ?? [];
    for (const { code, level } of this.set) checkLevel(code, level);
  }

  /** Called by CDKTF for every construct. */
  visit(node: IConstruct): void {
    tellFindings(node, this.except, (profile, facts) => checkRules(profile, facts, this.set));
  }
}

function checkLevel(code: string, level: string): void {
  if (LEVELS.includes(level)) return;
  const repair = level === "remediate" ? ", since an aspect that checks repairs nothing; TagProfiles gives tags" : "";
  throw new Error(
    `UnknownLevel: the level of "${code}" is "${level}"; write "mandatory", "advisory" or "disabled"${repair}`,
  );
}
