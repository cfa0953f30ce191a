import type { Review } from "../model";

/** The review as JSON, indented. What was masked is not in it. */
export function renderJson(review: Review): string {
  return `${JSON.stringify(review, null, 2)}\n`;
}
