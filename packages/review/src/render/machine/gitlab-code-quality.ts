import type { Review } from "../../model";
import { DEFAULT_FILE, fingerprints, type MachineOptions, riskPlace, riskText, type SeverityWords } from "./risk-text";

const WORDS: SeverityWords<"critical" | "major" | "minor"> = { high: "critical", medium: "major", low: "minor" };

/** The risks as a report for GitLab's code quality widget, which tells those that a merge request brings from those it mends. */
export function renderGitlabCodeQuality(review: Review, { file = DEFAULT_FILE }: MachineOptions = {}): string {
  const known = fingerprints(review.risks);
  const issues = review.risks.map((risk, at) => ({
    description: `${riskPlace(risk)}: ${riskText(risk)}`,
    check_name: risk.rule,
    fingerprint: known[at],
    severity: WORDS[risk.severity],
    location: { path: file, lines: { begin: 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
