import type { RiskRule } from "./risk-rule";
import { systemProfileTouched } from "./rules/system-profile-touched";

/** All rules, in the order of their pages. */
export const RISK_RULES: readonly RiskRule[] = [systemProfileTouched];
