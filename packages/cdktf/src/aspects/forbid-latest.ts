import { type Finding, findTags, pinImages, type SetFinding } from "@palette-profiles/profiles";
import type { IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { atLevel } from "./at-level";
import type { LayerRuleProps } from "./layer-rule-props";
import { tellFindings } from "./tell-findings";
import { rememberAspect } from "./unvisited-aspects";

/**
 * No `latest` in a profile: as the tag of a pack or chart, or of an image in values and manifests, where an image without a
 * tag is `latest` too as far as Kubernetes reads it. What stands there tomorrow is something else.
 *
 * @example
 * Aspects.of(stack).add(new ForbidLatest({ except: ["sandbox"] }));
 */
export class ForbidLatest implements IAspect {
  private readonly setLevel: (finding: Finding) => SetFinding;

  /** @throws where there is no such level */
  constructor(private readonly props: LayerRuleProps = {}) {
    rememberAspect(this);
    this.setLevel = atLevel("ForbidLatest", props);
  }

  /** Called by CDKTF for every construct. */
  visit(node: IConstruct): void {
    tellFindings(node, this.props.except ?? [], (profile) =>
      [...findTags(profile, (tag) => tag === "latest"), ...pinImages(profile)].map(this.setLevel),
    );
  }
}
