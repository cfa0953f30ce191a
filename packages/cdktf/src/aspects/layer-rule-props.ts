import type { RuleProps } from "./rule-props";

/** How strict a rule on layers is, and where it does not hold. */
export interface LayerRuleProps extends RuleProps {
  /**
   * Layers and tiers in which nothing counts, by name.
   * @default - none
   */
  readonly except?: string[];
}
