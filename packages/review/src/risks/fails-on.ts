import { type Review, SEVERITIES, type Severity } from "../model";

/** Whether a review has a risk of a severity or a graver one. Those that are ignored do not count. */
export function failsOn(review: Pick<Review, "risks">, severity: Severity): boolean {
  const limit = SEVERITIES.indexOf(severity);
  return review.risks.some((risk) => SEVERITIES.indexOf(risk.severity) <= limit);
}
