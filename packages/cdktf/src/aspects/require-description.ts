import { type Finding, requireDescription, type SetFinding } from "@palette-profiles/profiles";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { atLevel } from "./at-level";
import type { RuleProps } from "./rule-props";
import { tellFindings } from "./tell-findings";
import { rememberAspect } from "./unvisited-aspects";

/**
 * A cluster profile or app profile says what it is for: whoever picks one sees the description beside the name. System
 * profiles have none.
 *
 * @example
 * Aspects.of(stack).add(new RequireDescription());
 */
export class RequireDescription implements IAspect {
  private readonly setLevel: (finding: Finding) => SetFinding;

  /** @throws where there is no such level */
  constructor(props: RuleProps = {}) {
    rememberAspect(this);
    this.setLevel = atLevel("RequireDescription", props);
  }

  /** Called by CDKTF for every construct. */
  visit(node: IConstruct): void {
    tellFindings(node, [], (profile, { kind }) =>
      kind === "SystemProfile" ? [] : requireDescription(profile).map(this.setLevel),
    );
  }
}
