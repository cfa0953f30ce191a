import { type Finding, findTags, isTrain, type SetFinding } from "@palette-profiles/profiles";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { atLevel } from "./at-level";
import type { LayerRuleProps } from "./layer-rule-props";
import { tellFindings } from "./tell-findings";
import { rememberAspect } from "./unvisited-aspects";

/**
 * Packs and charts have exact versions, and no trains such as `1.30.x`: Palette moves clusters to each new release of a
 * train, and no plan shows that.
 *
 * @example
 * Aspects.of(stack).add(new PinTrains({ level: "warning" }));
 */
export class PinTrains implements IAspect {
  private readonly setLevel: (finding: Finding) => SetFinding;

  /** @throws where there is no such level */
  constructor(private readonly props: LayerRuleProps = {}) {
    rememberAspect(this);
    this.setLevel = atLevel("PinTrains", props);
  }

  /** Called by CDKTF for every construct. */
  visit(node: IConstruct): void {
    tellFindings(node, this.props.except ?? [], (profile) => findTags(profile, isTrain).map(this.setLevel));
  }
}
